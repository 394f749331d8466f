import Care

/// The days around the demo's fixed instant, as people count them: minus two is the day before yesterday.
struct Calendar: Hashable, Sendable {
  let now: Instant
  let zone: Zone
  let today: Int

  init(now: Instant, zone: Zone) {
    self.now = now
    self.zone = zone
    today = zone.civil(now).date.daysSince1970
  }

  /// A wall-clock time some days from today.
  func at(_ days: Int, _ hour: Int, _ minute: Int = 0) -> Moment {
    moment(zone.instant(CivilTime(date: CivilDate(daysSince1970: today + days), hour: hour, minute: minute)))
  }

  /// Before noon on a working day about so many days ago.
  func asked(daysAgo days: Int) -> Moment { at(workday(-days), 11, 45) }

  func later(_ moment: Moment, minutes: Int) -> Moment {
    self.moment(Instant(milliseconds: moment.milliseconds).adding(minutes: minutes))
  }

  /// The whole day, without a time.
  func day(_ days: Int) -> Moment { Moment(date: CivilDate(daysSince1970: today + days)) }

  /// 0 is Sunday.
  func weekday(_ days: Int) -> Int { CivilDate(daysSince1970: today + days).weekday }

  /// The day itself where offices are open on it, else the last open day before (a past day) or the next (a day to
  /// come).
  func workday(_ days: Int) -> Int {
    switch (weekday(days), days < 0) {
    case (6, true): days - 1
    case (0, true): days - 2
    case (6, false): days + 2
    case (0, false): days + 1
    default: days
    }
  }

  /// The day that lies so many business days after another.
  func businessDays(_ count: Int, after days: Int) -> Int {
    var day = days
    var left = count
    while left > 0 {
      day += 1
      if weekday(day) != 0 && weekday(day) != 6 { left -= 1 }
    }
    return day
  }

  /// Days until the Monday that comes.
  var nextMonday: Int { (8 - weekday(0)) % 7 == 0 ? 7 : (8 - weekday(0)) % 7 }

  /// The shift that is on: early, late or night.
  var shift: (start: Moment, end: Moment) {
    switch zone.civil(now).hour {
    case 7..<15: (at(0, 7), at(0, 15))
    case 15..<23: (at(0, 15), at(0, 23))
    case 23...: (at(0, 23), at(1, 7))
    default: (at(-1, 23), at(0, 7))
    }
  }

  func isPast(_ moment: Moment) -> Bool { moment.end(in: zone) <= now }

  private func moment(_ instant: Instant) -> Moment {
    Moment(
      milliseconds: instant.milliseconds, precision: .second, offset: Int16(zone.offset(at: instant) / 60))
  }
}
