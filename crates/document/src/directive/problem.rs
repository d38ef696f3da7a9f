use leitplanke_finding::Language;

/// What is wrong with a directive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DirectiveProblem {
    /// Not `ignore`, `ignore-next`, `ignore-file`, `disable` or `enable`.
    UnknownWord,
    /// No `:` behind `leitplanke`.
    NoColon,
    /// No `[…]`, or nothing in it.
    NoRules,
    /// A rule with signs no rule has.
    BadName,
    /// `[` without `]`.
    Unclosed,
    /// `ignore-file` below line 20.
    TooLate,
    /// `enable` of something that is not disabled.
    NothingToEnable,
    /// `ignore` or `ignore-next` with nothing below it.
    NothingBelow,
}

impl DirectiveProblem {
    /// What is wrong and how it goes, for the user.
    pub fn describe(self, language: Language) -> &'static str {
        match language {
            Language::De => self.describe_de(),
            Language::En => self.describe_en(),
        }
    }

    fn describe_de(self) -> &'static str {
        match self {
            Self::UnknownWord => {
                "Diese Anweisung ist unbekannt. Möglich sind ignore, ignore-next, ignore-file, disable und enable."
            }
            Self::NoColon => "Hinter „leitplanke“ fehlt der Doppelpunkt; so hat die Anweisung keine Wirkung.",
            Self::NoRules => "Hier fehlt, welche Regel gemeint ist. Bitte so: leitplanke: ignore[pack/regel] Grund",
            Self::BadName => "Das ist kein Regelname. Er besteht aus Buchstaben, Ziffern und „/“, „-“, „_“.",
            Self::Unclosed => "Hier fehlt die schließende Klammer „]“.",
            Self::TooLate => "„ignore-file“ wirkt nur in den ersten 20 Zeilen. Bitte weiter nach oben setzen.",
            Self::NothingToEnable => "Hier wird etwas eingeschaltet, das nicht ausgeschaltet war.",
            Self::NothingBelow => "Unter dieser Anweisung steht kein Text, für den sie gelten könnte.",
        }
    }

    fn describe_en(self) -> &'static str {
        match self {
            Self::UnknownWord => {
                "This directive is unknown. There are ignore, ignore-next, ignore-file, disable and enable."
            }
            Self::NoColon => "The colon behind \"leitplanke\" is missing; like this the directive does nothing.",
            Self::NoRules => {
                "It does not say which rule is meant. Write it like this: leitplanke: ignore[pack/rule] reason"
            }
            Self::BadName => "This is no rule name. Names are made of letters, digits, \"/\", \"-\" and \"_\".",
            Self::Unclosed => "The closing bracket \"]\" is missing.",
            Self::TooLate => "\"ignore-file\" only works in the first 20 lines. Please move it up.",
            Self::NothingToEnable => "This enables something that was not disabled.",
            Self::NothingBelow => "There is no text below this directive that it could apply to.",
        }
    }
}
