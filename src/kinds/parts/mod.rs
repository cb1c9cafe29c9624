//! Pieces that several kinds are made of: each with its raw form, its check and what a page shows of it.

pub mod address;
pub mod checked;
pub mod contact;
pub(in crate::kinds) mod counted;
pub mod day;
pub mod due;
pub mod edition;
pub mod evidence;
pub mod head;
pub mod held;
pub mod limit;
pub(in crate::kinds) mod paging;
pub mod party;
pub mod period;
pub mod poster;
pub mod progress;
pub mod sourcing;
pub mod way;
