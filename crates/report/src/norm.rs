use leitplanke_finding::Language;

/// The name of a norm by its short key: `GDPR-5-1f` becomes "Art. 5 Abs. 1 lit. f DSGVO", `AO-139b` "§ 139b AO".
///
/// Keys of another shape are names already and come back as they are.
///
/// ```
/// use leitplanke_finding::Language;
/// use leitplanke_report::norm;
/// assert_eq!(norm("GDPR-4-1", Language::De), "Art. 4 Nr. 1 DSGVO");
/// assert_eq!(norm("AIA-50", Language::En), "Art. 50 AI Act");
/// ```
pub fn norm(key: &str, language: Language) -> String {
    let regulations = [("GDPR-", "DSGVO", "GDPR"), ("AIA-", "KI-VO", "AI Act")];
    for (prefix, de, en) in regulations {
        if let Some(place) = key.strip_prefix(prefix).filter(|place| is_place(place)) {
            return match language {
                Language::De => format!("{} {de}", article_de(place, prefix == "GDPR-")),
                Language::En => format!("{} {en}", article_en(place)),
            };
        }
    }
    if let Some(place) = key.strip_prefix("GG-").filter(|place| is_place(place)) {
        return format!("Art. {place} GG");
    }
    match key.rsplit_once('-') {
        Some((law, section)) if is_german_law(law) && is_place(section) => {
            format!("§ {section} {}", law.replace('-', " "))
        }
        _ => key.to_owned(),
    }
}

/// Laws that are cited by section.
fn is_german_law(law: &str) -> bool {
    const LAWS: [&str; 21] = [
        "StGB", "BGB", "AGG", "AO", "BAO", "BDSG", "ASVG", "AufenthG", "BetrVG", "GenDG", "MeldeG", "PAuswG", "PassG",
        "SBGG", "StVG", "UStG", "UrhG", "UWG", "StPO", "BBG", "KUG",
    ];
    LAWS.contains(&law) || law.strip_prefix("SGB-").is_some_and(|book| book.bytes().all(|byte| b"IVX".contains(&byte)))
}

/// `4`, `5-1f`, `139b`
fn is_place(place: &str) -> bool {
    place.split('-').all(|part| {
        part.starts_with(|c: char| c.is_ascii_digit()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// The definitions of Art. 4 GDPR are numbered, all other articles have paragraphs.
fn article_de(place: &str, gdpr: bool) -> String {
    let Some((article, rest)) = place.split_once('-') else { return format!("Art. {place}") };
    let unit = if gdpr && article == "4" { "Nr." } else { "Abs." };
    match split_letter(rest) {
        (number, "") => format!("Art. {article} {unit} {number}"),
        (number, letter) => format!("Art. {article} {unit} {number} lit. {letter}"),
    }
}

fn article_en(place: &str) -> String {
    let Some((article, rest)) = place.split_once('-') else { return format!("Art. {place}") };
    match split_letter(rest) {
        (number, "") => format!("Art. {article}({number})"),
        (number, letter) => format!("Art. {article}({number})({letter})"),
    }
}

fn split_letter(part: &str) -> (&str, &str) {
    part.split_at(part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_keys_of_every_shape() {
        for (key, de, en) in [
            ("GDPR-9", "Art. 9 DSGVO", "Art. 9 GDPR"),
            ("GDPR-5-1f", "Art. 5 Abs. 1 lit. f DSGVO", "Art. 5(1)(f) GDPR"),
            ("AO-139b", "§ 139b AO", "§ 139b AO"),
            ("SGB-X-67", "§ 67 SGB X", "§ 67 SGB X"),
            ("GG-9", "Art. 9 GG", "Art. 9 GG"),
            ("PCI-DSS", "PCI-DSS", "PCI-DSS"),
            ("UK-DPA", "UK-DPA", "UK-DPA"),
            ("GDPR-", "GDPR-", "GDPR-"),
            ("", "", ""),
        ] {
            assert_eq!((norm(key, Language::De).as_str(), norm(key, Language::En).as_str()), (de, en));
        }
    }
}
