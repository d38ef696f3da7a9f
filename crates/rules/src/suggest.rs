//! Guesses which word was meant.

/// The word of `words` closest to `written`, when at most a third of its letters differ. Of ids only the parts behind
/// the slash are held against each other where those before it are the same: a pack in common is no likeness.
pub fn closest<'w>(written: &str, words: &[&'w str]) -> Option<&'w str> {
    // A long word is no slip of the pen, and the table below would be big.
    if written.chars().count() > 64 {
        return None;
    }
    let lower = written.to_lowercase();
    let likeness = |word: &&'w str| {
        let other = word.to_lowercase();
        if lower.strip_prefix(&other).is_some_and(|rest| rest.starts_with('/')) {
            return None;
        }
        let (written, other) = apart(&lower, &other);
        let distance = distance(written, other);
        (distance <= written.chars().count() / 3 && distance < other.chars().count()).then_some((distance, *word))
    };
    words
        .iter()
        .filter_map(likeness)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
        .or_else(|| longer(&lower, words))
}

/// The shortest word that says more than `written`: `person-name` for `name`.
fn longer<'w>(written: &str, words: &[&'w str]) -> Option<&'w str> {
    let holds = |word: &&&'w str| {
        let other = word.to_lowercase();
        let (written, other) = apart(written, &other);
        let (parts, others): (Vec<&str>, Vec<&str>) = (written.split('-').collect(), other.split('-').collect());
        written.len() > 2 && others.windows(parts.len()).any(|window| window == parts)
    };
    words.iter().filter(holds).min_by_key(|word| word.len()).copied()
}

/// Two words without the part up to the slash that they share.
fn apart<'a>(one: &'a str, other: &'a str) -> (&'a str, &'a str) {
    match (one.split_once('/'), other.split_once('/')) {
        (Some((pack, one)), Some((same, other))) if pack == same => (one, other),
        _ => (one, other),
    }
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

    #[test]
    fn a_pack_in_common_is_no_likeness() {
        let words = ["personal-data/age", "personal-data/iban"];
        assert_eq!(closest("personal-data/namen", &words), None);
        assert_eq!(closest("personal-data/ibna", &words), Some("personal-data/iban"));
        assert_eq!(closest("personal-dta/iban", &words), Some("personal-data/iban"));
    }

    #[test]
    fn a_part_of_a_name_is_enough() {
        let words = ["personal-data", "personal-data/de-tax-number", "personal-data/person-name", "secrets/name-tag"];
        assert_eq!(closest("personal-data/name", &words), Some("personal-data/person-name"));
        assert_eq!(closest("personal-data/tax-number", &words), Some("personal-data/de-tax-number"));
        assert_eq!(closest("personal-data/de", &words), None);
    }
}
