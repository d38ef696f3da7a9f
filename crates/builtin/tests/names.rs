//! Sentences as people type them, through the real lists of names.

use leitplanke_builtin::{catalog, rule_set};
use leitplanke_document::{Conversation, Message};
use leitplanke_engine::{Engine, Scope, Settings};

/// A sentence; every `«…»` is a name that must be found, and nothing else may be.
const SENTENCES: &[&str] = &[
    // Salutations and titles
    "Frau «Müllers» Antrag liegt vor.",
    "Die Frau «Koch» aus der Küche hat Urlaub.",
    "Frau Dr. «Anna-Lena Schmidt-Hübner» hat angerufen.",
    "Herr Prof. Dr. med. «Kowalski» kommt morgen.",
    "Sehr geehrte Frau «Öztürk»,\nvielen Dank!",
    "Rechtsanwalt Dr. «Wendelin Haferkamp» vertritt ihn.",
    "Für Frau «Vreni Zurbuchen» ist ein Zimmer frei.",
    "Dear Ms. «Okonkwo»,",
    "Our tenant Mrs «Beatrice Holloway» fell.",
    "frau «yılmaz» braucht einen Termin",
    "meine frau will das nicht",
    "eine Frau Anfang 40, der Mann Mitte 50",
    "Sehr geehrter Herr Bürgermeister,",
    "Sehr geehrte Frau Bundeskanzlerin,",
    "Do Suppe, Fr Kartoffeln",
    // Introductions, greetings, closings
    "Ich heiße «Mehmet» und bin neu.",
    "Mein Name ist «Xaviera Nwachukwu».",
    "ich heiße «mehmet»",
    "Name: «Schneider»\nVorname: «Klaus»",
    "Von: «Olena Tkatschenko»",
    "Ansprechpartnerin: «Beate Aeschlimann»",
    "Ich bin Koch von Beruf.",
    "Das heißt Arbeit für alle.",
    "name: README",
    "Liebe «Maria»,\nam Montag ist frei.",
    "Hallo zusammen, Hallo Team,",
    "Hallo ChatGPT,\nkannst du helfen?",
    "Dear Hiring Manager,\nI am writing to you.",
    "Lieber Gott, hilf!",
    "Mit freundlichen Grüßen\n\n«Jette Wiechmann»\nSozialberatung",
    "Best regards,\n«Sarah Collins»\nManager",
    "LG «Tom»",
    "lg «resi»",
    "Mit freundlichen Grüßen\nIhr Vorstand",
    "Kind regards,\nThe Team",
    // Roles, families, ages
    "Unsere Klientin «Olena Kovalenko» wohnt hier.",
    "Mein Sohn «Jonas» ist neu.",
    "Die Kinder «Jonas», «Mia» und «Ben» spielen.",
    "My client «Tesfay Haile» needs help.",
    "Die Richterin «Merzbach» und der Richter Dr. «Meiser» entscheiden.",
    "Betreuer von Herrn «Aydın» ist Herr «Claas Behrendsen».",
    "Eheleute «Anna» und «Peter Groß»",
    "«Jonas» (7) fehlt heute in unserer Gruppe.",
    "klient «tarek mansour» kommt später",
    // Names by themselves
    "Bitte ruf «Sabine Ahlers» an.",
    "Bitte schreibe eine Einladung an «Henrik Brockkamp» für Dienstag.",
    "Gestern hat «Lars Wulfmeier» angerufen.",
    "Ruf bitte «Tarek Al-Hassan» zurück.",
    "«Ali bin Hassan al-Masri» und «Maria de la Cruz»",
    "«Seamus O'Brien» and «Sean McCarthy»",
    "«Nguyen Thi Lan», «Quang Huy Le»",
    "\"«Sabine Ahlers»\" <info@verein.example>",
    // Words that are names and something else
    "Der Müller mahlt, der Koch kocht, die Bäcker backen.",
    "Der Sommer in Berlin ist schön, der Herbst auch.",
    "The Quick Start Guide explains Git.",
    "Grant Writing for Beginners",
    "Mark the date, Will you come?",
    "Summer Joy Festival in Paris",
    "Christian Church, Jordan River, Virginia Beach",
    "Kinderschutz, Jugendamt Mitte, Caritas Berlin, Sierra Leone",
    // Organisations, streets, works, public figures, authors
    "Die Robert-Bosch-Stiftung fördert das.",
    "Treffpunkt Konrad-Adenauer-Straße, Karl-Marx-Allee, Willy-Brandt-Haus",
    "Die Maria-Montessori-Grundschule und die Bäckerei Schmidt",
    "Müller GmbH, Weber & Söhne, Deutsche Bank",
    "St. Martin reitet durch den Wald.",
    "Angela Merkel und Bundeskanzler Friedrich Merz",
    "Max und Moritz, Harry Potter, Frau Holle, Dr. Oetker",
    "Write in the style of Ernest Hemingway.",
    "Nach Müller (2019) und Schmidt et al. gilt das.",
    "Schmidt, A. (2019): Soziale Arbeit. Verlag Mitte.",
    // Good practice
    "Frau K. und Herr M. streiten, Klient A auch.",
    "Erika Mustermann, Otto Normalverbraucher und John Doe",
    "[Name] und {{vorname}} wohnen in Musterstadt.",
    // A first name alone
    "Bitte schreib eine Karte für «Svenja».",
    "Ich war gestern mit «Jonas» beim Amt.",
    "«Beates» Text ist zu lang.",
    "Wir danken «Petra», «Wolfgang» und «Nadja».",
    "- «Leonie» kam spät\n- «Samir» schläft\n- «Finn» hat Fieber",
    "anwesend: «kerstin», «ahmed» und «uwe»",
    "schreib bitte eine absage an «jonas», er war nett",
    "Frau «Kaminski» war da. Die Kaution übernimmt «Dragana», den Wagen «Elif».",
    "Schlage zehn Vornamen vor, etwa Svenja, Jonas und Beate.",
    "Anna hat 12 Äpfel und verschenkt 5.",
    "Mit Ernst und Humor über Grenzen sprechen",
    "Juris Volltext und Levis Hose",
    "Ihr Mann «Alfred» hat angerufen.",
    "Ich dachte an «Volker» oder «Meryem».",
    "Mo «Jürgen»\nMi «Swantje»\nDo «Birgit»\nFr frei",
    "an invoice, an Alfred, the same for all of them and the others",
    "«Anna Lehmann-Vogt», geb. «Antonowa», zieht um.",
    // Initials, particles, courts
    "Die Kündigung von «K. Hinrichsen» ist da.",
    "Wahlleitung: «R. Thormählen»",
    "Hepatitis B. Impfungen schützen.",
    "«von Trotha, Friedrich»\n«Nguyen, Thi Hoa»",
    "Wir dachten, Richter «Schäfer» werde absagen.",
    "Die Familien «Grabowski» und «Yildiz» helfen mit.",
    // Lists and tables
    "Name;Vorname;Ort\n«Schneider;Klaus»;Köln\n«Koch;Inge»;Bonn",
    "«Kowalski, Anna»; Gruppe 2",
    "| Name | Ort |\n|---|---|\n| «Ijeoma Nwosu» | Ulm |",
];

#[test]
fn finds_names_where_people_stand_and_nowhere_else() {
    let engine = Engine::new(rule_set().unwrap(), catalog().unwrap(), Settings::default());
    let scope = Scope::plain(engine.rules());
    let mut wrong = Vec::new();
    for written in SENTENCES {
        let expected: Vec<&str> = written.split('«').skip(1).filter_map(|part| part.split('»').next()).collect();
        let text = written.replace(['«', '»'], "");
        let message = Message { text: text.as_str().into(), ..Message::default() };
        let conversation = Conversation { messages: vec![message], ..Conversation::default() };
        let findings = engine.scan("test", &conversation, &scope);
        let found: Vec<&str> = findings
            .iter()
            .filter(|finding| &*finding.label == "PERSON")
            .map(|finding| finding.text.as_str())
            .collect();
        if found != expected {
            wrong.push(format!("{written:?}\n  found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), SENTENCES.len(), wrong.join("\n"));
}
