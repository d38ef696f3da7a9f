use std::fmt;

use leitplanke_finding::FingerprintKey;

/// Where the key of fingerprints comes from. Never shows a key, not even to a debugger's print.
#[derive(Clone, PartialEq, Eq, Default)]
pub enum KeySource {
    /// No key is set.
    #[default]
    None,
    /// The key stands in the policy.
    Text(FingerprintKey),
    /// An environment variable holds it.
    Env(String),
}

/// The environment variable that should hold the key is missing or too short.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the environment variable `{name}`, which the policy names as fingerprint_key, {problem}")]
pub struct MissingKey {
    /// Name of the variable.
    pub name: String,
    /// What is wrong with it.
    pub problem: KeyProblem,
}

/// What can be wrong with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyProblem {
    /// There is none.
    Unset,
    /// It could be found by trying.
    Short,
}

impl fmt::Display for KeyProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unset => f.write_str("is not set"),
            Self::Short => write!(f, "has fewer than {MIN_CHARS} characters"),
        }
    }
}

/// Fewest characters of a key: what can be tried out protects nothing.
pub(crate) const MIN_CHARS: usize = 16;

impl KeySource {
    /// The key; `variable` looks an environment variable up.
    ///
    /// # Errors
    /// When the policy names a variable that is not set or too short.
    pub fn resolve(&self, variable: impl Fn(&str) -> Option<String>) -> Result<FingerprintKey, MissingKey> {
        let name = match self {
            Self::None => return Ok(FingerprintKey::NONE),
            Self::Text(key) => return Ok(key.clone()),
            Self::Env(name) => name,
        };
        match variable(name) {
            Some(secret) if secret.trim().chars().count() >= MIN_CHARS => {
                Ok(FingerprintKey::from_secret(secret.trim()))
            }
            Some(_) => Err(MissingKey { name: name.clone(), problem: KeyProblem::Short }),
            None => Err(MissingKey { name: name.clone(), problem: KeyProblem::Unset }),
        }
    }
}

impl fmt::Debug for KeySource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("None"),
            Self::Text(_) => f.write_str("Text(secret)"),
            Self::Env(name) => write!(f, "Env({name:?})"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variable_must_hold_a_key_worth_its_name() {
        let source = KeySource::Env("LEITPLANKE_KEY".to_owned());
        let key = source.resolve(|_| Some("kieselstein-birke-42\n".to_owned())).unwrap();
        assert_eq!(key, FingerprintKey::from_secret("kieselstein-birke-42"));
        assert_eq!(source.resolve(|_| None).unwrap_err().problem, KeyProblem::Unset);
        let short = source.resolve(|_| Some("birke".to_owned())).unwrap_err();
        assert!(!short.to_string().contains("birke"));
    }
}
