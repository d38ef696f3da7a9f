//! Addresses of Bitcoin and Ethereum, with the hash functions their checks need.

mod base58;
mod bech32;
pub(crate) mod bitcoin;
pub(crate) mod ethereum;
mod keccak;
mod sha256;
