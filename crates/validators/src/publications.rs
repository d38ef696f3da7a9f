//! Identifiers of publications and their authors, for checking citations in answers.

use crate::checksum::{ean13, iso7064_mod_11_2};
use crate::compact::{Compact, all_equal, digit, has_shape, number};
use crate::verdict::Verdict;

/// `isbn`: International Standard Book Number, ISO 2108, with 10 or 13 digits.
///
/// Thirteen digits: 978 or 979 (not 979-0, which is music) and the EAN-13 check digit. Ten: weights 10 to 1 modulo 11,
/// the last may be `X`. The long form catches every wrong digit and most swaps of neighbours (not those of digits five
/// apart), the short form every wrong digit and every swap.
pub(crate) fn isbn(text: &str) -> Verdict {
    let Some(compact) = Compact::<13>::read(text) else { return Verdict::Invalid };
    Verdict::checked(match compact.len() {
        10 => !all_equal(&compact) && mod_11_with_x(&compact),
        13 => {
            let book = compact.starts_with(b"978") || (compact.starts_with(b"979") && compact[3] != b'0');
            book && compact.iter().all(u8::is_ascii_digit) && ean13(&compact)
        }
        _ => false,
    })
}

/// `issn`: International Standard Serial Number, ISO 3297.
///
/// Eight characters, weights 8 to 1 modulo 11, the last may be `X`. Catches every wrong digit and every swap of
/// neighbours.
pub(crate) fn issn(text: &str) -> Verdict {
    let Some(compact) = Compact::<8>::read(text) else { return Verdict::Invalid };
    Verdict::checked(compact.len() == 8 && !all_equal(&compact) && mod_11_with_x(&compact))
}

/// Weights descending to 1 at the last character, which counts 10 when it is `X`; the sum is 0 modulo 11.
fn mod_11_with_x(compact: &[u8]) -> bool {
    let Some((&last, body)) = compact.split_last() else { return false };
    let check = match last {
        b'X' => 10,
        b'0'..=b'9' => digit(last),
        _ => return false,
    };
    let sum: u32 = body.iter().rev().zip(2..).map(|(&byte, weight)| digit(byte) * weight).sum();
    body.iter().all(u8::is_ascii_digit) && (sum + check).is_multiple_of(11)
}

/// `orcid`: Open Researcher and Contributor ID, ISO 27729, perhaps as a link.
///
/// Sixteen characters that start with 000, ISO/IEC 7064 MOD 11-2, the last may be `X`. Catches every wrong digit and
/// every swap of neighbours.
pub(crate) fn orcid(text: &str) -> Verdict {
    let bare = without_prefix(text.trim(), &["https://orcid.org/", "http://orcid.org/", "orcid.org/"]);
    let Some(compact) = Compact::<16>::read(bare) else { return Verdict::Invalid };
    let Some((&last, body)) = compact.split_last() else { return Verdict::Invalid };
    let check = match iso7064_mod_11_2(body) {
        10 => b'X',
        value => b'0' + value as u8,
    };
    let shape = has_shape(body, b"000nnnnnnnnnnnn") && !all_equal(body);
    Verdict::checked(shape && last == check)
}

/// `doi`: Digital Object Identifier, ISO 26324, perhaps as a link or with `doi:`.
///
/// `10.`, a registrant of four to nine digits, `/` and a suffix. There is no check digit. Prefixes that only stand in
/// examples (10.1234, 10.12345, 10.123456, 10.5555, 10.9999, 10.99999, all below 10.1000) and suffixes made of `x` are
/// invalid.
pub(crate) fn doi(text: &str) -> Verdict {
    let links = ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi.org/"];
    let bare = without_prefix(without_prefix(text.trim(), &links), &["doi:", "DOI:", "doi ", "DOI "]).trim_start();
    let Some((prefix, suffix)) = bare.strip_prefix("10.").and_then(|rest| rest.split_once('/')) else {
        return Verdict::Invalid;
    };
    let mut elements = prefix.split('.');
    let registrant = elements.next().unwrap_or_default().as_bytes();
    let numeric = |part: &[u8]| !part.is_empty() && part.iter().all(u8::is_ascii_digit);
    let shape = (4..=9).contains(&registrant.len())
        && numeric(registrant)
        && elements.all(|element| numeric(element.as_bytes()))
        && !suffix.is_empty()
        && !suffix.contains(char::is_whitespace);
    let placeholder = registrant.starts_with(b"0")
        || matches!(registrant, b"1234" | b"12345" | b"123456" | b"5555" | b"9999" | b"99999")
        || suffix.chars().all(|c| matches!(c, 'x' | 'X' | '.' | '-' | '/' | '…'));
    Verdict::shape(shape && !placeholder)
}

/// `arxiv`: article number of arXiv, perhaps with `arXiv:` and a version.
///
/// `YYMM.NNNN` from April 2007 to December 2014, then `YYMM.NNNNN`; before that `archive/YYMMNNN`. The month must exist,
/// the serial starts at 1, and the year is at most 2030, because no clock is read.
pub(crate) fn arxiv(text: &str) -> Verdict {
    let links = ["https://arxiv.org/abs/", "http://arxiv.org/abs/", "https://arxiv.org/pdf/", "arXiv:", "arxiv:"];
    let bare = without_prefix(text.trim(), &links).trim_start();
    let number = match bare.rsplit_once('v') {
        Some((number, version)) if is_version(version) => number,
        Some(_) | None => bare,
    };
    Verdict::checked(match number.split_once('/') {
        Some((archive, article)) => is_archive(archive) && is_old_article(article.as_bytes()),
        None => is_article(number.as_bytes()),
    })
}

fn is_version(version: &str) -> bool {
    matches!(version.len(), 1 | 2) && !version.starts_with('0') && version.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_article(article: &[u8]) -> bool {
    let long = has_shape(article, b"nnnn.nnnnn");
    if !long && !has_shape(article, b"nnnn.nnnn") {
        return false;
    }
    let month = number(&article[..4]);
    let in_use = if long { (1501..=3012).contains(&month) } else { (704..=1412).contains(&month) };
    in_use && (1..=12).contains(&(month % 100)) && number(&article[5..]) > 0
}

fn is_archive(archive: &str) -> bool {
    let name = archive.split('.').next().unwrap_or_default();
    (2..=8).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

fn is_old_article(article: &[u8]) -> bool {
    if !has_shape(article, b"nnnnnnn") {
        return false;
    }
    let (year, month) = (number(&article[..2]), number(&article[2..4]));
    (91..=99).contains(&year) && (1..=12).contains(&month)
        || year < 7 && (1..=12).contains(&month)
        || year == 7 && (1..=3).contains(&month)
}

fn without_prefix<'a>(text: &'a str, prefixes: &[&str]) -> &'a str {
    prefixes.iter().find_map(|prefix| text.strip_prefix(prefix)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn music_and_zeros_are_no_books() {
        assert_eq!(isbn("979-0-2600-0043-8"), Verdict::Invalid);
        assert_eq!(isbn("0000000000"), Verdict::Invalid);
        assert_eq!(isbn("12345X7890"), Verdict::Invalid);
        assert_eq!(issn("0000-0000"), Verdict::Invalid);
    }

    #[test]
    fn orcid_may_be_a_link() {
        assert_eq!(orcid("https://orcid.org/0000-0002-1320-151X"), Verdict::Valid);
        assert_eq!(orcid("1000-0002-1320-151X"), Verdict::Invalid);
        assert_eq!(orcid("0000-0000-0000-0001"), Verdict::Invalid);
    }

    #[test]
    fn example_prefixes_are_no_doi() {
        for text in ["10.1007/s00103-023-03689-9", "doi:10.1000.10/abc", "https://doi.org/10.3390/ijerph19"] {
            assert_eq!(doi(text), Verdict::Inconclusive, "{text}");
        }
        for text in [
            "10.1234/abcd",
            "10.5555/12345678",
            "10.0123/x1",
            "10.1007/xxxx",
            "10.1007/",
            "10.1007",
            "11.1007/a",
            "10.123/a",
            "10.1007/a b",
        ] {
            assert_eq!(doi(text), Verdict::Invalid, "{text}");
        }
    }

    #[test]
    fn arxiv_months_exist() {
        for text in ["2301.12345", "arXiv:1706.03762v5", "0704.0001", "hep-th/9901001", "math.GT/0309136"] {
            assert_eq!(arxiv(text), Verdict::Valid, "{text}");
        }
        for text in [
            "2313.12345",
            "2300.12345",
            "1301.12345",
            "1501.1234",
            "0703.0001",
            "9912.12345",
            "2301.00000",
            "hep-th/0713001",
            "hep-th/0704001",
            "2301.12345v0",
            "",
        ] {
            assert_eq!(arxiv(text), Verdict::Invalid, "{text}");
        }
    }
}
