//! status: how far something is, by those who do it. What an overseer says of it stands apart.

use crate::model::scalar::choice;

choice! {
    /// How far something is, self-reported.
    pub enum Progress {
        /// Not begun.
        NotBegun = "belum", "Belum dikerjakan", "Not begun";
        /// Under way.
        UnderWay = "proses", "Proses", "Under way";
        /// Done, as they say.
        Done = "selesai", "Selesai", "Done";
    }
}
