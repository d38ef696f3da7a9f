//! Guesses which word was meant.

/// The word of `words` closest to `written`, when at most a third of its letters differ.
pub fn closest<'w>(written: &str, words: &[&'w str]) -> Option<&'w str> {
    let length = written.chars().count();
    // A long word is no slip of the pen, and the table below would be big.
    if length > 64 {
        return None;
    }
    let allowed = length / 3;
    let lower = written.to_lowercase();
    words
        .iter()
        .map(|word| (distance(&lower, &word.to_lowercase()), *word))
        .filter(|(distance, word)| *distance <= allowed && *distance < word.chars().count())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// Letters to insert, remove, replace or swap with their neighbour (restricted Damerau-Levenshtein distance).
fn distance(from: &str, to: &str) -> usize {
    let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for i in 0..from.len() {
        let mut next = vec![i + 1];
        for j in 0..to.len() {
            let replaced = row[j] + usize::from(from[i] != to[j]);
            let mut best = replaced.min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && from[i] == to[j - 1] && from[i - 1] == to[j] {
                best = best.min(before[j - 1] + 1);
            }
            next.push(best);
        }
        before = std::mem::replace(&mut row, next);
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn finds_the_word_that_was_meant() {
        let words = ["severity", "label", "roles"];
        assert_eq!(closest("sevrity", &words), Some("severity"));
        assert_eq!(closest("lable", &words), Some("label"));
        assert_eq!(closest("Role", &words), Some("roles"));
        assert_eq!(closest("colour", &words), None);
        assert_eq!(closest("", &words), None);
    }
}
