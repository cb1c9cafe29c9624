//! Primitives that cannot be wrong: ids, dates, money, durations, and what is published of them. Nothing here reads or
//! writes a format.

pub mod asset;
pub mod calendar;
pub mod cell;
pub mod colour;
pub mod date;
pub mod duration;
pub mod edition;
pub mod id;
pub mod law;
pub mod law_ref;
pub mod money;
pub mod place;
pub mod scalar;
pub mod table;
