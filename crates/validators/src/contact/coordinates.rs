//! Geographic coordinates.

use crate::verdict::Verdict;

/// The fewest decimals that tell one house from the next (about ten metres).
const LEAST_DECIMALS: usize = 4;

/// `geo-coordinates`: a pair of latitude (±90°) and longitude (±180°), WGS 84 written as in ISO 6709 annex D.
///
/// Decimal degrees need at least four decimals each, with comma, semicolon or blank between them and perhaps a
/// hemisphere (`N S E W`, German `O`); the other form is degrees and minutes, perhaps seconds, each with its hemisphere.
/// The origin 0, 0 is invalid: it stands for "unknown".
pub(crate) fn geo_coordinates(text: &str) -> Verdict {
    Verdict::checked(pair(text).is_some_and(|(latitude, longitude)| {
        latitude.abs() <= 90.0 && longitude.abs() <= 180.0 && (latitude != 0.0 || longitude != 0.0)
    }))
}

fn pair(text: &str) -> Option<(f64, f64)> {
    let text = text.trim().trim_start_matches("geo:");
    decimal_pair(text).or_else(|| sexagesimal_pair(text))
}

fn decimal_pair(text: &str) -> Option<(f64, f64)> {
    let separator = |c: char| matches!(c, ',' | ';' | '/') || c.is_whitespace();
    let mut parts = text.split(separator).filter(|part| !part.is_empty());
    let latitude = decimal(&mut parts)?;
    let longitude = decimal(&mut parts)?;
    parts.next().is_none_or(is_hemisphere).then_some((latitude, longitude))
}

/// One decimal number; a hemisphere on its own before it is skipped.
fn decimal<'a>(parts: &mut impl Iterator<Item = &'a str>) -> Option<f64> {
    let part = parts.find(|part| !is_hemisphere(part))?;
    let bare = part.trim_matches(|c: char| c == '°' || c.is_ascii_alphabetic());
    let (whole, decimals) = bare.split_once('.')?;
    let digits = whole.trim_start_matches(['+', '-']);
    let plain = |run: &str| !run.is_empty() && run.bytes().all(|byte| byte.is_ascii_digit());
    if digits.len() > 3 || !plain(digits) || !plain(decimals) || decimals.len() < LEAST_DECIMALS || decimals.len() > 15
    {
        return None;
    }
    bare.parse().ok()
}

fn is_hemisphere(part: &str) -> bool {
    matches!(part.trim_matches('°'), "N" | "S" | "E" | "W" | "O" | "")
}

fn sexagesimal_pair(text: &str) -> Option<(f64, f64)> {
    let (end, north) = text.char_indices().find(|(_, c)| matches!(c, 'N' | 'S'))?;
    if end == 0 {
        // Hemisphere in front: N 52° 31' 12" E 13° 24' 18"
        let (start, east) = text.char_indices().find(|(_, c)| matches!(c, 'E' | 'W' | 'O'))?;
        return Some((angle(text.get(1..start)?, north)?, angle(text.get(start + 1..)?, east)?));
    }
    let rest = text.get(end + 1..)?.trim_start_matches([',', ';', ' ']);
    let (stop, east) = rest.char_indices().find(|(_, c)| matches!(c, 'E' | 'W' | 'O'))?;
    let complete = rest.get(stop + 1..)?.trim().is_empty();
    complete.then_some((angle(text.get(..end)?, north)?, angle(rest.get(..stop)?, east)?))
}

/// Degrees, minutes and perhaps seconds, negative for south and west.
fn angle(text: &str, hemisphere: char) -> Option<f64> {
    if !text.contains('°') {
        return None;
    }
    let is_mark = |c: char| matches!(c, '°' | '\'' | '"' | '′' | '″' | '’' | '”' | ',' | ';') || c.is_whitespace();
    let mut parts = text.split(is_mark).filter(|part| !part.is_empty()).map(|part| part.parse::<f64>().ok());
    let degrees = parts.next()??;
    let minutes = parts.next()??;
    let seconds = parts.next().unwrap_or(Some(0.0))?;
    let in_hour = |value: f64| (0.0..60.0).contains(&value);
    if parts.next().is_some() || degrees < 0.0 || !in_hour(minutes) || !in_hour(seconds) {
        return None;
    }
    let value = degrees + minutes / 60.0 + seconds / 3600.0;
    Some(if matches!(hemisphere, 'S' | 'W') { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimal_and_sexagesimal_pairs() {
        for text in [
            "50.9413, 6.9583",
            "50.9413;6.9583",
            "-33.8568 151.2153",
            "50.9413° N, 6.9583° O",
            "50.94130N 6.95830E",
            "52°31'12.0\"N 13°24'18.0\"E",
            "N 52° 31' 12\" E 13° 24' 18\"",
            "52° 31′ N, 13° 24′ O",
            "geo:50.9413,6.9583",
        ] {
            assert_eq!(geo_coordinates(text), Verdict::Valid, "{text}");
        }
    }

    #[test]
    fn prices_and_impossible_places_are_refused() {
        for text in [
            "50.94, 6.95",
            "91.0000, 6.9583",
            "50.9413, 181.0000",
            "0.0000, 0.0000",
            "50.9413",
            "50.9413, 6.9583, 7.0001",
            "52°61'N 13°24'E",
            "52 31 N 13 24 E",
            "",
            "N",
            "N°E°",
            "°N",
            "nan, inf",
            "1e5.0000 2.00000",
        ] {
            assert_eq!(geo_coordinates(text), Verdict::Invalid, "{text}");
        }
    }
}
