use crate::calendar;
use crate::verdict::Verdict;

/// The most digits a dialled number has: prefix 00 and the fifteen digits of ITU-T E.164.
const MOST: usize = 17;

/// The digits of a telephone number as written.
pub(crate) struct PhoneText {
    digits: [u8; MOST],
    len: usize,
    /// Whether the text starts with `+` or `00`, so that a country code follows.
    international: bool,
}

impl PhoneText {
    /// Reads digits with blanks, dots, slashes, hyphens and parentheses between them. In the international form `(0)`
    /// is dropped, because it is dialled only within the country. `None` for other characters, more digits than any
    /// number has, or a date such as `03.04.2026`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let after_plus = text.strip_prefix('+');
        let international = after_plus.is_some() || text.starts_with("00") || text.starts_with("(00");
        let mut phone = Self { digits: [0; MOST], len: 0, international };
        let mut rest = after_plus.unwrap_or(text).as_bytes();
        while let Some((&byte, tail)) = rest.split_first() {
            match byte {
                b'(' if international && rest.starts_with(b"(0)") => {
                    rest = &rest[3..];
                    continue;
                }
                b'0'..=b'9' => {
                    *phone.digits.get_mut(phone.len)? = byte;
                    phone.len += 1;
                }
                b' ' | b'\t' | b'\n' | b'\r' | b'.' | b'/' | b'-' | b'(' | b')' => {}
                _ => return None,
            }
            rest = tail;
        }
        if international && after_plus.is_none() {
            phone.digits.copy_within(2..phone.len, 0);
            phone.len -= 2;
        }
        // Eight digits in a row are read as a number even when they could be a day.
        let is_day = text.contains(['.', '/', '-']) && calendar::date(text) == Verdict::Valid;
        (!is_day).then_some(phone)
    }

    /// The digits after the country code or, in the national form, after the leading 0. `None` for another country.
    pub(crate) fn national(&self, country: &[u8]) -> Option<&[u8]> {
        if !self.international {
            return self.digits().strip_prefix(b"0");
        }
        let national = self.digits().strip_prefix(country)?;
        // People also write +49 0221; the 0 is as superfluous there as in (0).
        Some(national.strip_prefix(b"0").unwrap_or(national))
    }

    /// Country code and national digits, only for the international form.
    pub(crate) fn international(&self) -> Option<&[u8]> {
        self.international.then(|| self.digits())
    }

    /// All digits as written.
    pub(crate) fn digits(&self) -> &[u8] {
        &self.digits[..self.len]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(text: &str) -> Option<String> {
        PhoneText::read(text).map(|phone| String::from_utf8_lossy(phone.digits()).into_owned())
    }

    #[test]
    fn trunk_zero_in_parentheses_disappears_after_a_country_code() {
        assert_eq!(digits("+49 (0) 221 4710-123").as_deref(), Some("492214710123"));
        assert_eq!(digits("0049 (0)221/4710 123").as_deref(), Some("492214710123"));
        assert_eq!(digits("(0221) 4710-123").as_deref(), Some("02214710123"));
    }

    #[test]
    fn dates_and_words_are_no_numbers() {
        assert_eq!(digits("03.04.2026"), None);
        assert_eq!(digits("0221 call"), None);
        assert_eq!(digits("0"), Some("0".into()));
        assert_eq!(digits("00"), Some(String::new()));
        assert_eq!(digits("+123456789012345678"), None);
    }
}
