use crate::registry::ALL;
use crate::verdict::Verdict;

/// A pure function from a matched text to a [`Verdict`].
pub type Check = fn(&str) -> Verdict;

/// One named check.
#[derive(Clone, Copy, Debug)]
pub struct Validator {
    /// Stable kebab-case name, as rules write it.
    pub name: &'static str,
    /// One German line: what is checked, and which law or standard says so.
    pub german: &'static str,
    /// The same in English.
    pub english: &'static str,
    /// The check itself.
    pub check: Check,
}

/// Every validator, sorted by name, each name once.
pub fn all() -> &'static [Validator] {
    ALL
}

/// The validator with exactly this name.
pub fn by_name(name: &str) -> Option<&'static Validator> {
    ALL.binary_search_by(|validator| validator.name.cmp(name)).ok().and_then(|index| ALL.get(index))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_unique_and_kebab_case() {
        assert!(ALL.windows(2).all(|pair| pair[0].name < pair[1].name));
        for validator in ALL {
            let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            assert!(validator.name.chars().all(kebab), "{}", validator.name);
            for summary in [validator.german, validator.english] {
                assert!(!summary.is_empty() && !summary.contains('\n'), "{}", validator.name);
            }
            let english = ["and", "check", "date", "digit", "number", "of", "with"];
            let foreign = validator.german.split(' ').find(|word| english.contains(&word.trim_end_matches(',')));
            assert_eq!(foreign, None, "{} in one language only", validator.name);
        }
    }

    #[test]
    fn names_lead_to_their_check() {
        assert!(ALL.iter().all(|validator| by_name(validator.name).is_some_and(|found| found.name == validator.name)));
        assert!(by_name("no-such-check").is_none());
    }
}
