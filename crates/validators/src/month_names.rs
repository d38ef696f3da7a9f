/// Month names and their usual abbreviations in German (with the Austrian forms) and English, and Roman numerals, lower-case.
const MONTHS: [(&str, u32); 55] = [
    ("januar", 1),
    ("january", 1),
    ("jan", 1),
    ("jänner", 1),
    ("jaenner", 1),
    ("jän", 1),
    ("februar", 2),
    ("february", 2),
    ("feber", 2),
    ("feb", 2),
    ("märz", 3),
    ("maerz", 3),
    ("mär", 3),
    ("mrz", 3),
    ("march", 3),
    ("mar", 3),
    ("april", 4),
    ("apr", 4),
    ("mai", 5),
    ("may", 5),
    ("juni", 6),
    ("june", 6),
    ("jun", 6),
    ("juno", 6),
    ("juli", 7),
    ("july", 7),
    ("jul", 7),
    ("julei", 7),
    ("august", 8),
    ("aug", 8),
    ("september", 9),
    ("sept", 9),
    ("sep", 9),
    ("oktober", 10),
    ("october", 10),
    ("okt", 10),
    ("oct", 10),
    ("november", 11),
    ("nov", 11),
    ("dezember", 12),
    ("december", 12),
    ("dez", 12),
    ("dec", 12),
    ("i", 1),
    ("ii", 2),
    ("iii", 3),
    ("iv", 4),
    ("v", 5),
    ("vi", 6),
    ("vii", 7),
    ("viii", 8),
    ("ix", 9),
    ("x", 10),
    ("xi", 11),
    ("xii", 12),
];

/// The number of the month with this name, whatever its case.
pub(crate) fn month_by_name(name: &str) -> Option<u32> {
    let lower = || name.chars().flat_map(char::to_lowercase);
    MONTHS.iter().find(|(known, _)| known.chars().eq(lower())).map(|&(_, month)| month)
}

#[cfg(test)]
mod tests {
    use super::month_by_name;

    #[test]
    fn case_and_language_do_not_matter() {
        assert_eq!(month_by_name("MÄRZ"), Some(3));
        assert_eq!(month_by_name("December"), Some(12));
        assert_eq!(month_by_name("Jänner"), Some(1));
        assert_eq!(month_by_name("IX"), Some(9));
        assert_eq!(month_by_name("Brumaire"), None);
    }
}
