//! The order of entries that use each other.

use std::collections::{HashMap, HashSet, VecDeque};

/// Sorts entries so that each one stands behind those it needs; the second list holds what is left: entries that need
/// themselves, directly or in a circle, and those that need them. `needs` gives the names that an entry uses.
pub(crate) fn in_order<T>(
    entries: Vec<T>,
    name: impl Fn(&T) -> Option<&str>,
    needs: impl Fn(&T) -> HashSet<&str>,
) -> (Vec<T>, Vec<T>) {
    let order = order(&entries, name, needs);
    let mut entries: Vec<Option<T>> = entries.into_iter().map(Some).collect();
    let sorted: Vec<T> = order.into_iter().filter_map(|index| entries[index].take()).collect();
    (sorted, entries.into_iter().flatten().collect())
}

/// The numbers of the entries that can be sorted, in order.
fn order<'e, T>(
    entries: &'e [T],
    name: impl Fn(&'e T) -> Option<&'e str>,
    needs: impl Fn(&'e T) -> HashSet<&'e str>,
) -> Vec<usize> {
    // Two entries may have one name by mistake; who needs it waits for both.
    let mut open: HashMap<&str, usize> = HashMap::new();
    for name in entries.iter().filter_map(&name) {
        *open.entry(name).or_default() += 1;
    }
    let mut users: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut waiting = vec![0_usize; entries.len()];
    for (index, entry) in entries.iter().enumerate() {
        for needed in needs(entry).into_iter().filter(|needed| open.contains_key(needed)) {
            users.entry(needed).or_default().push(index);
            waiting[index] += 1;
        }
    }
    let mut ready: VecDeque<usize> = (0..entries.len()).filter(|&index| waiting[index] == 0).collect();
    let mut sorted = Vec::with_capacity(entries.len());
    while let Some(index) = ready.pop_front() {
        sorted.push(index);
        let Some(done) = name(&entries[index]) else { continue };
        let left = open.entry(done).or_default();
        *left = left.saturating_sub(1);
        if *left > 0 {
            continue;
        }
        for &user in users.get(done).into_iter().flatten() {
            waiting[user] -= 1;
            if waiting[user] == 0 {
                ready.push_back(user);
            }
        }
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn what_is_needed_comes_first_and_circles_are_left() {
        let entries = vec!["a b b", "b c", "c", "d e", "e d", "f f", "g nothing", "h f", "i j", "j", "j"];
        let (sorted, circle) =
            in_order(entries, |entry| entry.split(' ').next(), |entry| entry.split(' ').skip(1).collect());
        assert_eq!(sorted, ["c", "g nothing", "j", "j", "b c", "i j", "a b b"]);
        assert_eq!(circle, ["d e", "e d", "f f", "h f"]);
    }
}
