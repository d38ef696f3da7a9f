//! Which data may go where.

use leitplanke_finding::{DataClass, Destination, Severity};

use Severity::{Error, Note, Off, Warning};

/// Rows by [`DataClass`], columns by [`Destination`], both in the order of their `ALL`.
///
/// Art. 5(1)(c), 28, 44 ff. GDPR and § 203 of the German criminal code stand behind it: the more a leak would hurt,
/// the closer to home the tool.
const MATRIX: [[Severity; 5]; 5] = [
    // local, eu,    third-country, consumer, shadow
    [Off, Off, Off, Off, Note],           // public
    [Off, Off, Off, Warning, Error],      // internal
    [Off, Note, Warning, Error, Error],   // personal
    [Note, Warning, Error, Error, Error], // sensitive
    [Error, Error, Error, Error, Error],  // secret
];

/// How bad it is to send data of a class to a destination; `Off` where it may go freely.
pub fn cell(class: DataClass, destination: Destination) -> Severity {
    MATRIX[class as usize][destination as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table as people write it: allow, info, warning, error.
    const WRITTEN: &str = "
        public     allow  allow    allow    allow    info
        internal   allow  allow    allow    warning  error
        personal   allow  info     warning  error    error
        sensitive  info   warning  error    error    error
        secret     error  error    error    error    error";

    #[test]
    fn every_cell_is_as_written() {
        let rows: Vec<Vec<&str>> = WRITTEN.trim().lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(rows.len(), DataClass::ALL.len());
        for (row, class) in rows.iter().zip(DataClass::ALL) {
            assert_eq!(row[0], class.as_str());
            for (word, destination) in row[1..].iter().zip(Destination::ALL) {
                let expected = match *word {
                    "allow" => Off,
                    "info" => Note,
                    "warning" => Warning,
                    _ => Error,
                };
                assert_eq!(cell(class, destination), expected, "{class} to {destination}");
            }
        }
    }

    #[test]
    fn worse_data_and_farther_tools_are_never_milder() {
        for class in DataClass::ALL {
            assert!(Destination::ALL.windows(2).all(|pair| cell(class, pair[0]) <= cell(class, pair[1])));
        }
        for destination in Destination::ALL {
            assert!(DataClass::ALL.windows(2).all(|pair| cell(pair[0], destination) <= cell(pair[1], destination)));
        }
    }
}
