/// A stand-in for `text` that shows its shape but not its value: `DE** **** **** **00`, `S***** A*****`.
///
/// Letters and digits become `*`; separators stay. Kept are the first letter of each word, for values that start
/// with two capital letters both of them (a country code), and the last two digits of a value with at least eight.
/// Values of fewer than four letters or digits are masked whole.
///
/// ```
/// use leitplanke_finding::mask;
/// assert_eq!(mask("DE21 7005 1995 0000 0072 29"), "DE** **** **** **** **** 29");
/// assert_eq!(mask("Sabine Ahlers"), "S***** A*****");
/// assert_eq!(mask("7b"), "**");
/// ```
pub fn mask(text: &str) -> String {
    let signs = text.chars().filter(|c| c.is_alphanumeric()).count();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let country = {
        let mut chars = text.chars();
        chars.next().is_some_and(|c| c.is_ascii_uppercase()) && chars.next().is_some_and(|c| c.is_ascii_uppercase())
    };
    let keep_tail = if digits >= 8 { 2 } else { 0 };
    let (mut seen, mut word_start) = (0, true);
    text.chars()
        .map(|c| {
            if !c.is_alphanumeric() {
                word_start = true;
                return c;
            }
            seen += 1;
            let first = word_start && c.is_alphabetic() && digits < 3;
            let shown =
                signs >= 4 && (first || (country && seen <= 2) || (c.is_ascii_digit() && seen + keep_tail > signs));
            word_start = false;
            if shown { c } else { '*' }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::mask;

    #[test]
    fn shows_shape_not_value() {
        assert_eq!(mask("0176 04069 042"), "**** ***** *42");
        assert_eq!(mask("sabine.ahlers@web.de"), "s*****.a*****@w**.d*");
        assert_eq!(mask("Sommer2027!x9"), "**********!**");
        assert_eq!(mask(""), "");
    }
}
