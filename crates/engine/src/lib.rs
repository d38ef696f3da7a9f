//! Holds texts against compiled guardrails.
mod fold;
mod inflect;
pub mod lexis;
mod normalize;
mod phrases;
mod table;
mod text;
mod sentence;
mod verify;
mod view;
