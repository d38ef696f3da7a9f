//! Contact data and places: telephone, network and postal addresses, coordinates.

pub(crate) mod calling_codes;
pub(crate) mod coordinates;
pub(crate) mod german_phone;
pub(crate) mod network;
pub(crate) mod phone;
pub(crate) mod phone_text;
pub(crate) mod postcode;
