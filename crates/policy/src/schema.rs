use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use crate::spec::PolicySpec;

/// The JSON Schema (draft 2020-12) of `leitplanke.yaml`, for editors; made from what the reader accepts.
pub fn schema() -> Value {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<PolicySpec>().to_value();
    schema["title"] = json!("Leitplanke policy");
    schema
}
