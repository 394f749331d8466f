import Care
import Foundation
import Journal

/// The record itself, the zone its days end in, and who would write to it.
struct RecordFindings {
  enum Journal {
    case none
    case open(path: String, entries: Int, patients: Int, zone: String)
    /// It opens, and isn't as it was written.
    case altered(path: String, sound: Int, words: String)
    case unusable(String)
  }

  enum Author {
    case member(String)
    case login(String, isDirectoryEmpty: Bool)
    case refused(String)
  }

  var journal: Journal
  /// nil where there is no record to ask.
  var author: Author?
  /// What this machine says its zone is, and the one that is used.
  var statedZone: String
  var zone: String

  static func current(_ options: GlobalOptions) -> RecordFindings {
    var findings = RecordFindings(journal: .none, statedZone: SystemZone.statedName, zone: SystemZone.name)
    do {
      let session = try Session(options, mode: .readOnly)
      let path = session.journal.path
      let opening = try session.journal.opening()
      findings.author = author(session, opening.directory)
      let verification = try session.journal.verify()
      findings.journal =
        if let fault = verification.fault {
          .altered(path: path, sound: verification.sound, words: fault.words)
        } else {
          .open(
            path: path, entries: verification.sound, patients: opening.lists.census.count,
            zone: session.journal.zone.name)
        }
    } catch let error as JournalError where error.kind == .missing {
      findings.journal = .none
    } catch Fault.usage(let words) {
      findings.journal = .unusable(words)
    } catch {
      findings.journal = .unusable("\(error)")
    }
    return findings
  }

  private static func author(_ session: Session, _ directory: Directory) -> Author {
    do {
      let author = try session.author(in: directory)
      return author.member == nil
        ? .login(author.name, isDirectoryEmpty: directory.count == 0) : .member(author.name)
    } catch Fault.usage(let words) {
      return .refused(words)
    } catch {
      return .refused("\(error)")
    }
  }

  var all: [Finding] { [record, timeZone] + (who.map { [$0] } ?? []) }

  private var record: Finding {
    switch journal {
    case .none:
      Finding("journal", .ok, "none yet; the first start of `rounds`, or an import, makes one")
    case .open(let path, let entries, let patients, _):
      Finding("journal", .ok, "\(path): \(entries) entries, all sound; \(patients) patients")
    case .altered(let path, let sound, let words):
      Finding(
        "journal", .bad, "\(path): \(sound) entries are sound, then \(words)",
        remedy: "Copy it somewhere safe and bring back a backup; what is sound can be read with `rounds list`.")
    case .unusable(let words): Finding("journal", .bad, words)
    }
  }

  private var timeZone: Finding {
    if statedZone != zone {
      return Finding(
        "time zone", .warn, "this system doesn't know `\(statedZone)`; a new record's days end in \(zone)",
        remedy: "Install the tzdata package, or set TZ to a name as America/Chicago.")
    }
    if case .open(_, _, _, let recorded) = journal, recorded != zone {
      return Finding("time zone", .ok, "\(zone) here; the record's days end in \(recorded)")
    }
    return Finding("time zone", .ok, zone)
  }

  private var who: Finding? {
    switch author {
    case nil: nil
    case .member(let name): Finding("you", .ok, name)
    case .login(let name, isDirectoryEmpty: true): Finding("you", .ok, "\(name); the directory is empty")
    case .login(let name, isDirectoryEmpty: false):
      Finding(
        "you", .warn, "\(name) by login, nobody of the directory: you can own no task, and nothing is marked read",
        remedy: "Start with --as NAME.")
    case .refused(let words): Finding("you", .bad, words)
    }
  }
}
