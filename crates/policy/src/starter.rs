use leitplanke_finding::Language;

/// A commented policy to begin with, in German or English.
pub fn starter(language: Language) -> &'static str {
    match language {
        Language::De => include_str!("../templates/init-de.yaml"),
        Language::En => include_str!("../templates/init-en.yaml"),
    }
}
