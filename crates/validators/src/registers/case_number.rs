use crate::compact::number;
use crate::registers::court_signs::{is_bare_sign, is_sign, precedes_prosecutor};
use crate::registers::cursor::Cursor;
use crate::verdict::Verdict;

/// The last year a case may have; a bound, not today, because no clock is read.
const LAST_YEAR: u32 = 2030;

/// The first full decade of the federal courts.
const FIRST_YEAR: u32 = 1950;

/// Labels that may stand in front of the number.
const LABELS: [&str; 10] =
    ["Geschäftszeichen", "Geschäfts-Nr.", "Aktenzeichen", "Gesch.-Nr.", "Gesch.-Z.", "AZ", "Az", "az", "GZ", "Gz"];

/// `de-case-number`: reference of a court, a public prosecutor or a youth or social welfare office.
///
/// Court: chamber, register sign, running number, `/`, year (two or four digits, 1950 to 2030), perhaps a suffix such as
/// `.A` (asylum), `ER` (urgent) or `R`; social courts start with `S`, `L` or `B`; criminal courts may add the number of
/// the public prosecutor (`12 Ls 34 Js 567/24`). Valid with a register sign of the `AktO` and a plausible year. The
/// office form `51.3-ASD-10442` has no check and is inconclusive.
pub(crate) fn case_number(text: &str) -> Verdict {
    let bare = without_label(text);
    match court_case(bare) {
        Some(()) => Verdict::Valid,
        None => Verdict::shape(office_case(bare).is_some()),
    }
}

fn without_label(text: &str) -> &str {
    let text = text.trim();
    let bare = LABELS.iter().find_map(|label| text.strip_prefix(label)).unwrap_or(text);
    bare.trim_start_matches(['.', ':', ' '])
}

fn court_case(text: &str) -> Option<()> {
    let mut cursor = Cursor::new(text);
    let sign = sign(&mut cursor)?;
    cursor.gap();
    let mut running = cursor.digits(6)?;
    if precedes_prosecutor(sign) && !cursor.rest().starts_with('/') {
        cursor.gap();
        (cursor.skip("Js") || cursor.skip("UJs")).then_some(())?;
        cursor.gap();
        running = cursor.digits(6)?;
    }
    cursor.gap();
    let slash = cursor.skip("/");
    cursor.gap();
    let year = cursor.digits(4)?;
    (slash && number(running.as_bytes()) > 0 && is_year(year) && is_suffix(cursor.rest())).then_some(())
}

/// Chamber and register sign, or a sign that stands alone.
fn sign<'a>(cursor: &mut Cursor<'a>) -> Option<&'a str> {
    let Some(first) = cursor.letters(5) else { return sign_after_number(cursor) };
    cursor.gap();
    if cursor.rest().starts_with(|c: char| c.is_ascii_alphabetic()) {
        // Federal senate in Roman numerals: VI ZR 12/24.
        let sign = cursor.letters(5)?;
        return (is_roman(first) && is_sign(sign)).then_some(sign);
    }
    let mut ahead = Cursor::new(cursor.rest());
    if matches!(first, "S" | "L" | "B") && sign_after_number(&mut ahead).is_some() {
        // Social court: S 12 AS 345/24.
        return sign_after_number(cursor);
    }
    is_bare_sign(first).then_some(first)
}

fn sign_after_number<'a>(cursor: &mut Cursor<'a>) -> Option<&'a str> {
    cursor.digits(3)?;
    if cursor.skip("-") {
        cursor.digits(2)?;
    }
    // Some courts divide chambers: 14a C 12/24.
    let divided = cursor.rest().starts_with(|c: char| c.is_ascii_lowercase());
    if divided {
        cursor.letters(1)?;
    }
    cursor.gap();
    cursor.skip("(");
    let sign = cursor.letters(6)?;
    cursor.skip(")");
    is_sign(sign).then_some(sign)
}

fn is_roman(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}

fn is_year(year: &str) -> bool {
    let value = number(year.as_bytes());
    match year.len() {
        2 => value <= LAST_YEAR % 100 || value >= FIRST_YEAR % 100,
        4 => (FIRST_YEAR..=LAST_YEAR).contains(&value),
        _ => false,
    }
}

/// Up to two short groups of letters, with dots, blanks or parentheses around them.
fn is_suffix(rest: &str) -> bool {
    let groups = || rest.split(|c: char| !c.is_alphanumeric()).filter(|group| !group.is_empty());
    groups().count() <= 2
        && groups().all(|group| group.len() <= 5)
        && rest.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | ' ' | '(' | ')' | '/' | '-'))
}

/// Youth or social welfare office: office number with sections, department, running number.
fn office_case(text: &str) -> Option<()> {
    let mut cursor = Cursor::new(text);
    let office = cursor.digits(2).filter(|office| office.len() == 2)?;
    while cursor.skip(".") {
        cursor.digits(3)?;
    }
    (cursor.skip("-") || cursor.skip(" ")).then_some(())?;
    let department = cursor.letters(5)?;
    (cursor.skip("-") || cursor.skip(" ")).then_some(())?;
    let running = cursor.digits(6).filter(|running| running.len() >= 3)?;
    let upper = department.len() >= 2 && department.bytes().all(|byte| byte.is_ascii_uppercase());
    (upper && office != "00" && number(running.as_bytes()) > 0 && cursor.rest().is_empty()).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_of_all_branches() {
        for text in [
            "12 C 345/24",
            "3 F 12/2023",
            "5 XVII 123/22",
            "VI ZR 12/24",
            "S 12 AS 345/26",
            "L 7 SO 12/25 ER",
            "B 4 AS 12/20 R",
            "12 Ls 34 Js 567/24",
            "123 Js 4567/23",
            "2 AZR 12/24",
            "1 BvR 123/20",
            "8 K 1234/23.A",
            "IN 12/24",
            "10 IK 123/24",
            "2-03 O 12/24",
            "14a C 12/24",
            "Az.: 12 C 345/24",
            "Aktenzeichen 3 UF 12/24",
            "VI 123/22",
            "5 StR\n123/24",
            "2 RU 12/77",
            "12C 345/24",
        ] {
            assert_eq!(case_number(text), Verdict::Valid, "{text}");
        }
    }

    #[test]
    fn offices_have_no_check() {
        for text in ["51.3-ASD-10442", "50.21.4 SOZ 1234", "Az: 51-JH-123"] {
            assert_eq!(case_number(text), Verdict::Inconclusive, "{text}");
        }
    }

    #[test]
    fn budgets_fractions_and_unknown_signs_are_refused() {
        for text in [
            "0714/68404",
            "1/2",
            "24/7",
            "12 QX 345/24",
            "12 C 345/45",
            "12 C 345/1899",
            "2 RU 12/49",
            "12 C 0/24",
            "12 C 345",
            "12 c 345/24",
            "12 C 345/24 und noch viel mehr",
            "",
            "S",
            "S 12",
            "12 Ls 34",
            "12 Ls 34 C 5/24",
            "Ä 1/24",
            "51.3-asd-10442",
            "51.3-ASD-12",
        ] {
            assert_eq!(case_number(text), Verdict::Invalid, "{text}");
        }
    }
}
