//! A colour, and its arithmetic: contrast as WCAG 2.2 measures it, lightness as people see it (OKLCH), the nearest colour
//! that passes a test. Knows no theme.

use std::fmt;

use super::scalar::{Misread, Scalar, Writing};

/// An opaque colour of sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Colour {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

/// A colour by what people see of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Oklch {
    /// From black, 0, to white, 1.
    pub lightness: f64,
    /// From grey, 0, to as colourful as a screen can, about 0.3.
    pub chroma: f64,
    /// The angle in radians.
    pub hue: f64,
}

impl Colour {
    /// White.
    pub const WHITE: Self = Self { red: 255, green: 255, blue: 255 };
    /// Black.
    pub const BLACK: Self = Self { red: 0, green: 0, blue: 0 };

    /// Reads `#2e3b9f` or `#fff`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let short = digits.len() == 3;
        if !(short || digits.len() == 6) || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| {
            let digits = if short { digits[at..=at].repeat(2) } else { digits[2 * at..2 * at + 2].to_owned() };
            u8::from_str_radix(&digits, 16).ok()
        };
        Some(Self { red: part(0)?, green: part(1)?, blue: part(2)? })
    }

    /// Returns the relative luminance of WCAG 2.2: 0 for black, 1 for white.
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Returns the contrast of WCAG 2.2, from 1 to 21, whichever of the two is in front.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// Returns the colour as people see it.
    pub fn oklch(self) -> Oklch {
        let [red, green, blue] = self.linear();
        let long = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let middle = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let short = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        let lightness = 0.210_454_255_3 * long + 0.793_617_785_0 * middle - 0.004_072_046_8 * short;
        let a = 1.977_998_495_1 * long - 2.428_592_205_0 * middle + 0.450_593_709_9 * short;
        let b = 0.025_904_037_1 * long + 0.782_771_766_2 * middle - 0.808_675_766_0 * short;
        Oklch { lightness, chroma: a.hypot(b), hue: b.atan2(a) }
    }

    /// Returns the colour that looks most like this one and passes: the same hue, lighter or darker by as little as it
    /// takes. `None` where no lightness does.
    pub fn nearest(self, passes: impl Fn(Self) -> bool) -> Option<Self> {
        let here = self.oklch();
        let at = |lightness: f64| (0.0..=1.0).contains(&lightness).then(|| Oklch { lightness, ..here }.colour());
        let steps = (0..=STEPS).map(|step| f64::from(step) / f64::from(STEPS));
        let tried = steps.flat_map(|by| [at(here.lightness - by), at(here.lightness + by)]);
        std::iter::once(Some(self)).chain(tried).flatten().find(|colour| passes(*colour))
    }

    // The three parts as amounts of light.
    fn linear(self) -> [f64; 3] {
        [self.red, self.green, self.blue].map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }
}

// Finer than a step of eight bits.
const STEPS: u16 = 400;

impl Oklch {
    /// Returns the colour that a screen can show: one too colourful keeps lightness and hue, and gives up chroma.
    pub fn colour(self) -> Colour {
        if let Some(colour) = self.on_screen() {
            return colour;
        }
        let (mut shown, mut lost) = (0.0, self.chroma);
        for _ in 0..20 {
            let chroma = f64::midpoint(shown, lost);
            match (Self { chroma, ..self }).on_screen() {
                Some(_) => shown = chroma,
                None => lost = chroma,
            }
        }
        let grey = if self.lightness < 0.5 { Colour::BLACK } else { Colour::WHITE };
        Self { chroma: shown, ..self }.on_screen().unwrap_or(grey)
    }

    fn on_screen(self) -> Option<Colour> {
        let (a, b) = (self.chroma * self.hue.cos(), self.chroma * self.hue.sin());
        let long = (self.lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let middle = (self.lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let short = (self.lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        let part = |light: f64| {
            // A hair outside is the rounding of these numbers.
            if !(-0.0005..=1.0005).contains(&light) {
                return None;
            }
            let light = light.clamp(0.0, 1.0);
            let part = if light <= 0.003_130_8 { 12.92 * light } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between 0 and 255")]
            Some((part * 255.0).round() as u8)
        };
        Some(Colour {
            red: part(4.076_741_662_1 * long - 3.307_711_591_3 * middle + 0.230_969_929_2 * short)?,
            green: part(-1.268_438_004_6 * long + 2.609_757_401_1 * middle - 0.341_319_396_5 * short)?,
            blue: part(-0.004_196_086_3 * long - 0.703_418_614_7 * middle + 1.707_614_701_0 * short)?,
        })
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

impl Scalar for Colour {
    fn read(text: &str) -> Result<Self, Misread> {
        Self::parse(text.trim()).ok_or(Misread::Colour)
    }

    fn meant(text: &str) -> Option<String> {
        let text = text.trim();
        Self::parse(&format!("#{text}")).map(|_| format!("\"#{text}\""))
    }

    fn writing() -> Writing {
        Writing::like("\"#2e3b9f\"", r"^\s*#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})\s*$", &[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn colours_are_read_as_people_write_them() {
        assert_eq!(colour("#2E3b9f").to_string(), "#2e3b9f");
        assert_eq!(colour("#fff"), Colour::WHITE);
        for wrong in ["", "#", "2e3b9f", "#2e3b9", "#2e3b9g", "#2e3b9f00", "red", "#é1", "#éé"] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Colour::read("merah"), Err(Misread::Colour));
        assert_eq!(Colour::meant("2e3b9f"), Some("\"#2e3b9f\"".to_owned()));
        assert_eq!(Colour::meant("merah"), None);
    }

    /// Ratios that WCAG's own material and the usual tools give, cut after two digits.
    #[test]
    fn contrast_is_that_of_wcag() {
        for (one, two, expected) in [
            ("#000", "#fff", 21.0),
            ("#fff", "#fff", 1.0),
            ("#777", "#fff", 4.47),
            ("#767676", "#fff", 4.54),
            ("#949494", "#fff", 3.03),
            ("#959595", "#fff", 2.99),
            ("#f00", "#fff", 3.99),
            ("#0f0", "#fff", 1.37),
            ("#00f", "#fff", 8.59),
        ] {
            let ratio = colour(one).contrast(colour(two));
            assert!(((ratio * 100.0).floor() / 100.0 - expected).abs() < 0.006, "{one} on {two}: {ratio}");
            assert!((ratio - colour(two).contrast(colour(one))).abs() < 1e-12);
        }
    }

    #[test]
    fn oklch_goes_there_and_back() {
        for text in ["#000000", "#ffffff", "#2e3b9f", "#e9a513", "#17603c", "#ff0000", "#00ff00", "#0000ff", "#808080"]
        {
            assert_eq!(colour(text).oklch().colour(), colour(text), "{text}");
        }
        let red = colour("#ff0000").oklch();
        assert!((red.lightness - 0.628).abs() < 0.001 && (red.chroma - 0.2577).abs() < 0.001, "{red:?}");
        // Twice as colourful as any screen: lightness stays.
        let loud = Oklch { chroma: 0.6, ..red }.colour().oklch();
        assert!((loud.lightness - red.lightness).abs() < 0.01, "{loud:?}");
    }

    #[test]
    fn the_nearest_colour_passes_and_is_no_further_than_it_must_be() {
        let readable = |colour: Colour| colour.contrast(Colour::WHITE) >= 4.5;
        let pale = colour("#e9a513");
        let near = pale.nearest(readable).unwrap();
        assert!(readable(near) && near.contrast(Colour::WHITE) < 4.7, "{near}");
        assert!((near.oklch().hue - pale.oklch().hue).abs() < 0.03, "{near}");
        assert_eq!(colour("#000").nearest(readable), Some(Colour::BLACK));
        assert_eq!(pale.nearest(|_| false), None);
    }
}
