import Care
import Dashboard
import Exchange
import Foundation
import Journal
import Synchronization
import Terminal

/// An import beside the dashboard: on a thread of its own, with its own hold on the journal. What it appends reaches the
/// screen as anybody else's writing does; how far it has come goes through the inbox.
final class ImportThread: Sendable {
  private let isCancelled = Atomic(false)

  init(path: String, into folder: String, site: SiteRules, author: Author, now: Instant, inbox: Inbox) {
    let thread = Thread {
      inbox.post(.workDone(self.run(path, folder, site, author, now, inbox)))
    }
    // As much as the command has for the same work.
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Stops it before the next file; what came in stays.
  func cancel() { isCancelled.store(true, ordering: .relaxed) }

  private func run(
    _ path: String, _ folder: String, _ site: SiteRules, _ author: Author, _ now: Instant, _ inbox: Inbox
  ) -> WorkReport {
    guard FileManager.default.fileExists(atPath: path) else { return .lost(path) }
    do {
      let journal = try Journal.open(
        folder: folder, mode: .readWrite, siteZone: site.zone.name, zone: { _ in site.zone }, site: { _ in site },
        now: now,
        mayRebuild: false)
      defer { try? journal.close() }
      var last = ContinuousClock.now - .seconds(1)
      let report = try Importer(record: journal, author: author) { now }.run([path]) { progress in
        // Nobody reads faster, and every word of it paints a frame.
        guard last.duration(to: .now) >= .milliseconds(100) else { return }
        last = .now
        inbox.post(.worked(Work.Progress(progress)))
      } shouldStop: {
        self.isCancelled.load(ordering: .relaxed)
      }
      return WorkReport(report)
    } catch {
      return WorkReport(
        short: "The import failed", headline: "The import failed; what came in before stays. \(error)",
        lines: ["The import failed; what came in before stays.", "\(error)"], isWell: false)
    }
  }
}

extension Work.Progress {
  init(_ progress: ImportProgress) {
    self.init(
      done: progress.bytesDone, total: progress.bytesTotal, filesDone: progress.filesDone,
      filesTotal: progress.filesTotal, note: progress.isSecondReading ? "resolving references" : "")
  }
}

extension WorkReport {
  static func lost(_ path: String) -> WorkReport {
    let words = "There is no \(Text.sanitized(path))."
    var report = WorkReport(short: "Nothing came in", headline: words, lines: [words], isWell: false)
    report.isLost = true
    return report
  }

  /// File names are the user's own, and are shown to the user alone.
  init(_ report: ImportReport) {
    let refusals = report.refusals.map { Text.sanitized($0) }
    let lines = report.summary.map { Text.sanitized($0) } + (refusals.isEmpty ? [] : [""] + refusals)
    if report.files == 0, refusals.count == 1 {
      self.init(short: "Nothing came in", headline: refusals[0], lines: lines, isWell: false)
      return
    }
    let refused = report.refusedCount == 0 ? "" : ", \(report.refusedCount) refused"
    let read =
      report.wasStopped
      ? "Stopped after \(report.files) of \(report.filesFound) files; what came in stays"
      : "\(report.files) files read, \(report.patientsNew) new patients"
    self.init(
      short: read + refused, headline: report.headline + (refused.isEmpty ? "" : " \(report.refusedCount) refused."),
      lines: lines, isWell: refused.isEmpty)
  }
}
