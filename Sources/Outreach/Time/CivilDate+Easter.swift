extension CivilDate {
  /// Easter Sunday of the western churches.
  ///
  /// J. Meeus, Astronomical Algorithms (1991), chapter 8: the anonymous Gregorian algorithm of Nature, 20 April 1876.
  public static func easter(year: Int) -> CivilDate? {
    let golden = year % 19
    let century = year / 100
    let inCentury = year % 100
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let letter = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7
    let late = (golden + 11 * epact + 22 * letter) / 451
    let index = epact + letter - 7 * late + 114
    return CivilDate(year: year, month: index / 31, day: index % 31 + 1)
  }

  /// Easter Sunday of the orthodox churches, as a Gregorian date.
  ///
  /// J. Meeus, Astronomical Algorithms (1991), chapter 8: the Julian algorithm, moved to the Gregorian calendar.
  public static func orthodoxEaster(year: Int) -> CivilDate? {
    let moon = (19 * (year % 19) + 15) % 30
    let sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    let index = moon + sunday + 114
    let julian = CivilDate(year: year, month: index / 31, day: index % 31 + 1)
    return julian?.adding(days: year / 100 - year / 400 - 2)
  }
}
