//! The body of a record in a binary book, from front to back. Numbers lie with their lowest byte first.

/// What is left of a body, which may go on in other records. Each reading gives nothing where too little is left.
pub struct Bytes<'a> {
    rest: &'a [u8],
    more: &'a [&'a [u8]],
}

impl<'a> Bytes<'a> {
    pub fn of(body: &'a [u8]) -> Self {
        Bytes { rest: body, more: &[] }
    }

    pub fn continued(body: &'a [u8], more: &'a [&'a [u8]]) -> Self {
        Bytes { rest: body, more }
    }

    /// Whether what comes next, if anything, lies in another record.
    pub fn record_ends(&self) -> bool {
        self.rest.is_empty()
    }

    pub fn byte(&mut self) -> Option<u8> {
        loop {
            if let Some((byte, rest)) = self.rest.split_first() {
                self.rest = rest;
                return Some(*byte);
            }
            (self.rest, self.more) = self.more.split_first().map(|(next, more)| (*next, more))?;
        }
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let mut array = [0; N];
        for byte in &mut array {
            *byte = self.byte()?;
        }
        Some(array)
    }

    pub fn short(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }

    pub fn int(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    pub fn float(&mut self) -> Option<f64> {
        self.array().map(f64::from_le_bytes)
    }

    /// A number in 30 bits, [MS-XLS] 2.5.217: the upper part of a float or a whole number, as it is or in hundredths.
    pub fn packed_number(&mut self) -> Option<f64> {
        let bits = self.int()?;
        let number = match bits & 2 {
            0 => f64::from_bits(u64::from(bits & !3) << 32),
            _ => f64::from(bits as i32 >> 2),
        };
        Some(if bits & 1 == 0 { number } else { number / 100.0 })
    }

    pub fn skip(&mut self, bytes: u32) -> Option<()> {
        (0..bytes).try_for_each(|_| self.byte().map(drop))
    }

    /// Letters in UTF-16, two bytes each.
    pub fn wide(&mut self, length: u32) -> Option<String> {
        let letters = (0..length).map(|_| self.short()).collect::<Option<Vec<u16>>>()?;
        Some(String::from_utf16_lossy(&letters))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_thirty_bits() {
        for (bits, number) in [
            (0x3ff0_0000, 1.0),
            (0x3ff0_0001, 0.01),
            (12_345 << 2 | 2, 12_345.0),
            (12_345 << 2 | 3, 123.45),
            ((-7i32 << 2) as u32 | 2, -7.0),
        ] {
            assert_eq!(Bytes::of(&bits.to_le_bytes()).packed_number(), Some(number), "{bits:x}");
        }
        assert_eq!(Bytes::of(&[0; 3]).packed_number(), None);
    }

    #[test]
    fn what_goes_on_in_other_records() {
        let more: [&[u8]; 3] = [&[], &[2, 3], &[4]];
        let mut bytes = Bytes::continued(&[1], &more);
        assert_eq!((bytes.short(), bytes.record_ends()), (Some(0x0201), false));
        assert_eq!((bytes.short(), bytes.record_ends(), bytes.byte()), (Some(0x0403), true, None));
    }
}
