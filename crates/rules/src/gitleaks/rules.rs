//! From the rules of a file to ours.

use leitplanke_finding::{Confidence, DataClass, Language, Roles, Severity};

use super::allow::{Report, bad_regex, exception, items};
use super::dialect::translate;
use super::found::{Found, found};
use super::spec::{AllowSpec, RuleSpec};
use super::texts::said;
use crate::bilingual;
use crate::matcher::{Boundary, Exception, Foreign, Matcher, OnInvalid, Pattern, PatternConfidence};
use crate::rule::{Origin, Rule, Severities, Status};
use crate::shape;
use crate::term::TermList;
use crate::validate::is_kebab;
use crate::yaml::{Place, Problems, Text, clipped};

/// How sure a hit of a foreign rule is: its author meant it, but nobody has tested it here.
const CONFIDENCE: f64 = 0.90;

/// Most bits of entropy a byte can have.
const MAX_ENTROPY: f64 = 8.0;

/// What the rules of a file have in common.
pub(super) struct Around<'a> {
    /// Name of the pack.
    pub(super) pack: &'a str,
    /// The file, as rules remember it.
    pub(super) file: &'a str,
    /// True when the file builds on others.
    pub(super) extends: bool,
    /// What silences all rules, or those with these ids.
    pub(super) exceptions: &'a [(Vec<String>, Exception)],
}

/// Our rule for one of the file; `None` when it is wrong, or has no counterpart.
pub(super) fn rule(spec: &RuleSpec, around: &Around<'_>, report: &mut Report<'_>) -> Option<Rule> {
    let before = report.problems.count();
    let name = spec.id.as_ref().and_then(|id| name_of(id, report));
    let entropy = spec.entropy.as_ref().and_then(|written| entropy(written, report));
    let exceptions = exceptions(spec, around, report);
    let shape = shape_of(spec, around, report);
    if report.problems.count() > before {
        return None;
    }
    let (id, name, Shape { regex, literals, near }) = (spec.id.as_ref()?, name?, shape?);
    let description = spec.description.as_ref().unwrap_or(id);
    let said = said(&description.text);
    let sure = Confidence::new(CONFIDENCE);
    let pattern = Pattern {
        regexes: vec![regex],
        keywords: Vec::new(),
        validator: None,
        on_invalid: OnInvalid::default(),
        confidence: PatternConfidence { alone: sure, labelled: sure },
        context: TermList::default(),
        negative_context: TermList::default(),
        negative_before: TermList::default(),
        boundary: Boundary::None,
        allow: Vec::new(),
        foreign: Some(Foreign { literals, near, entropy, exceptions }),
    };
    Some(Rule {
        id: format!("{}/{name}", around.pack),
        label: "SECRET".to_owned(),
        data_class: Some(DataClass::Secret),
        severity: Severities::One(Severity::Error),
        group: "credentials".to_owned(),
        roles: Roles::ALL,
        languages: Language::ALL.to_vec(),
        status: Status::Stable,
        title: said.title,
        message: said.message,
        why: said.why,
        instead: said.instead,
        references: vec!["GDPR-5-1f".to_owned(), "GDPR-32".to_owned()],
        guards: Vec::new(),
        matcher: Matcher::Pattern(pattern),
        examples: Vec::new(),
        origin: Origin { file: around.file.to_owned(), line: id.place.line },
    })
}

/// The part of our id behind the slash.
fn name_of(id: &Text, report: &mut Report<'_>) -> Option<String> {
    let name = kebab(&id.text);
    if !is_kebab(&name) {
        let written = clipped(&id.text);
        let message = bilingual!(
            "in der Id `{written}` steht kein Buchstabe von a bis z und keine Ziffer",
            "the id `{written}` holds no letter or digit",
        );
        report.problems.report(id.place, message).help(bilingual!(
            "Bitte Buchstaben von a bis z und Ziffern nehmen: `house-token`",
            "use letters a to z and digits: `house-token`",
        ));
        return None;
    }
    Some(name)
}

/// A name in kebab-case: what is neither letter nor digit becomes a hyphen.
pub(super) fn kebab(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").to_ascii_lowercase()
}

fn entropy(written: &Text, report: &mut Report<'_>) -> Option<f64> {
    match written.text.parse::<f64>() {
        Ok(bits) if (0.0..=MAX_ENTROPY).contains(&bits) => (bits > 0.0).then_some(bits),
        _ => {
            let found = clipped(&written.text);
            let message = bilingual!(
                "hier gehören 0 bis 8 Bit je Zeichen hin, da steht `{found}`",
                "expected bits per character from 0 to 8, found `{found}`",
            );
            report.problems.report(written.place, message).help(bilingual!(
                "Üblich sind 3 bis 4; ohne den Schlüssel zählt jeder Wert.",
                "3 to 4 is usual; without the key any value counts",
            ));
            None
        }
    }
}

fn exceptions(spec: &RuleSpec, around: &Around<'_>, report: &mut Report<'_>) -> Vec<Exception> {
    let own = spec.allowlist.iter().flat_map(|list| &list.0.items).chain(items(spec.allowlists.as_ref()));
    let mut exceptions: Vec<Exception> = own.filter_map(|list| own_exception(list, report)).collect();
    let id = spec.id.as_ref().map_or("", |id| &id.text);
    let speaks = |rules: &[String]| rules.is_empty() || rules.iter().any(|rule| rule == id);
    exceptions.extend(around.exceptions.iter().filter(|(rules, _)| speaks(rules)).map(|(_, list)| list.clone()));
    exceptions
}

fn own_exception(list: &AllowSpec, report: &mut Report<'_>) -> Option<Exception> {
    if let Some(rules) = &list.target_rules {
        report
            .problems
            .report(
                rules.place,
                bilingual!(
                    "`targetRules` steht in den Ausnahmen einer einzelnen Regel",
                    "`targetRules` in the allowlist of a rule",
                ),
            )
            .help(bilingual!(
                "Es gehört zu Ausnahmen für die ganze Datei: [[allowlists]]",
                "it belongs to an allowlist of the whole file: [[allowlists]]",
            ));
    }
    exception(list, report)
}

/// A regex in our dialect, with the texts that lead to its matches.
struct Shape {
    regex: String,
    literals: Vec<String>,
    /// True when matches need not hold them.
    near: bool,
}

fn shape_of(spec: &RuleSpec, around: &Around<'_>, report: &mut Report<'_>) -> Option<Shape> {
    let Some(written) = &spec.regex else {
        without_regex(spec, around, report);
        return None;
    };
    let group = spec.group.map(|group| group.value as usize).filter(|group| *group > 0);
    let translated = translate(&written.text, group);
    let problems = &mut report.problems;
    let regex = match shape::compile(&translated.regex) {
        Ok(regex) => regex,
        Err(error) => {
            bad_regex(written, &translated, &error, problems);
            return None;
        }
    };
    if let Some(count) = spec.group.filter(|_| group.is_some_and(|group| group > translated.groups)) {
        let (wanted, groups) = (count.value, translated.groups);
        let message = bilingual!(
            "eine Gruppe {wanted} gibt es nicht: Der reguläre Ausdruck hat {groups}",
            "there is no group {wanted}: the regex has {groups}",
        );
        problems.report(count.place, message).help(bilingual!(
            "Gruppen werden ab 1 gezählt, nach ihrer öffnenden Klammer.",
            "groups are counted from 1, by their opening bracket",
        ));
    }
    if regex.is_match("") {
        let message =
            bilingual!("der reguläre Ausdruck passt auch auf den leeren Text", "the regex matches the empty text");
        let help = bilingual!("Bitte ein `*` durch `+` ersetzen.", "replace a `*` by `+`");
        problems.report(written.place, message).help(help);
        return None;
    }
    let keywords: Vec<String> = items(spec.keywords.as_ref()).iter().map(|keyword| keyword.text.clone()).collect();
    let (literals, near) = match found(&translated.regex, &keywords) {
        Found::Literals(literals) => (literals, false),
        Found::Near(keywords) => (keywords, true),
        Found::ByItself => (Vec::new(), false),
        Found::Nowhere => {
            cannot_be_found(written, problems);
            return None;
        }
    };
    (!is_left_out(spec, report)).then_some(Shape { regex: translated.regex, literals, near })
}

/// A regex that would have to be tried at every byte.
fn cannot_be_found(written: &Text, problems: &mut Problems<'_>) {
    let message = bilingual!(
        "nach diesem regulären Ausdruck lässt sich nicht schnell genug suchen",
        "the engine can not find this regex cheaply",
    );
    problems
        .report(written.place, message)
        .note(bilingual!(
            "Jede Fundstelle muss einen festen Text aus drei Zeichen, drei Ziffern oder ein `@` enthalten.",
            "every match must hold a text of three characters, three digits or an `@`",
        ))
        .help(bilingual!(
            "Bitte `keywords` angeben: Texte, die in jeder Fundstelle oder in ihrer Nähe stehen.",
            "name `keywords`: texts that stand in or near every match",
        ));
}

/// The rule for messages, with a blank before.
fn called(spec: &RuleSpec) -> String {
    spec.id.as_ref().map_or_else(String::new, |id| format!(" `{}`", clipped(&id.text)))
}

fn place_of(spec: &RuleSpec) -> Place {
    spec.id.as_ref().map_or(spec.place, |id| id.place)
}

/// Says why a rule without a regex does nothing here.
fn without_regex(spec: &RuleSpec, around: &Around<'_>, report: &mut Report<'_>) {
    let (place, name) = (place_of(spec), called(spec));
    if spec.keys.hold("path") {
        let message = bilingual!(
            "die Regel{name} fragt nur nach Pfaden von Dateien, die ein Prompt nicht hat; sie wird ausgelassen",
            "the rule{name} looks at paths of files only, which prompts do not have; it is left out",
        );
        let help = bilingual!(
            ".leitplankeignore lässt Dateien nach ihren Namen aus.",
            ".leitplankeignore leaves files out by their names",
        );
        report.note(place, message, help);
    } else if around.extends {
        let message = bilingual!(
            "die Regel{name} ändert eine aus einer anderen Datei, die nicht geladen ist; sie wird ausgelassen",
            "the rule{name} changes one of another file, which is not loaded; it is left out",
        );
        let help = bilingual!(
            "Für eingebaute Regeln leisten `rules:` und `paths:` der Richtlinie dasselbe.",
            "for built-in rules, `rules:` and `paths:` of the policy do the same",
        );
        report.note(place, message, help);
    } else if !spec.keys.hold("regex") {
        let message = bilingual!(
            "die Regel{name} hat weder `regex` noch `path`",
            "the rule{name} has neither `regex` nor `path`",
        );
        report.problems.report(place, message).help(bilingual!("Bitte ein `regex` ergänzen.", "add a `regex`"));
    }
}

/// True for a rule that has no counterpart here; also notes what of a rule has none.
fn is_left_out(spec: &RuleSpec, report: &mut Report<'_>) -> bool {
    let name = called(spec);
    if let Some(required) = &spec.required {
        let message = bilingual!(
            "die Regel{name} gilt nur neben anderen, das hat hier keine Entsprechung; sie wird ausgelassen",
            "the rule{name} counts only beside others, which has no counterpart; it is left out",
        );
        let help = bilingual!(
            "Bitte als YAML-Regel der Art `sequence` schreiben.",
            "write a YAML rule of the kind `sequence`",
        );
        report.note(required.place, message, help);
        return true;
    }
    if spec.skip_report.is_some_and(|skip| skip.value) {
        let message = bilingual!(
            "die Regel{name} ist nur für andere da; sie wird ausgelassen",
            "the rule{name} is there for others only; it is left out",
        );
        let help = bilingual!(
            "Bitte `skipReport` weglassen, wenn ihre Funde gemeldet werden sollen.",
            "remove `skipReport` to have its findings reported",
        );
        report.note(place_of(spec), message, help);
        return true;
    }
    if let Some(path) = &spec.path {
        let message = bilingual!(
            "die Regel{name} ist nur für manche Dateien gedacht; hier sieht sie sich jeden Text an",
            "the rule{name} is meant for some files only; here it looks at every text",
        );
        let help = bilingual!(
            "Anderswo schaltet eine Richtlinie sie mit `paths:` ab.",
            "a policy silences it elsewhere with `paths:`",
        );
        report.note(path.place, message, help);
    }
    false
}
