import Care
import TestSupport
import Testing

@testable import Dashboard

/// Two providers and a community organisation, with what is known of each as somebody to refer to.
private let partners: [DirectoryLine] = [
  organization(1, "Heart Clinic", "prov"), organization(2, "Open Door", "cg"), organization(3, "Lung Clinic", "prov"),
  service(11, "Cardiology", of: 1, capacity: .waitlist), service(12, "Cardiology", of: 3, capacity: .capacity),
  service(13, "Housing support", of: 2, capacity: nil),
  partnership(of: 1) { $0.interests = [DeclaredInterest(words: "Dr Kim owns a share of it")] },
  partnership(of: 3) { $0.sendsVisits = false },
]

private func member(_ number: UInt64) -> MemberID { MemberID(high: 70, low: number) }
private func reference(_ number: UInt64) -> Reference { Reference(target: OriginID(member(number))) }

private func line(_ number: UInt64, _ resource: DirectoryResource) -> DirectoryLine {
  DirectoryLine(id: member(number), origins: [OriginID(member(number))], origin: "\(number)", resource: resource)
}

private func organization(_ number: UInt64, _ name: String, _ type: String) -> DirectoryLine {
  line(
    number,
    .organization(
      made(Organization()) {
        $0.name = name
        $0.types = [Concept(codings: [Coding(code: type)])]
      }))
}

private func service(_ number: UInt64, _ name: String, of house: UInt64, capacity: Capacity?) -> DirectoryLine {
  line(
    number,
    .healthcareService(
      made(HealthcareService()) {
        $0.name = name
        $0.providedBy = reference(house)
        $0.capacity = capacity
      }))
}

private func partnership(of house: UInt64, _ change: (inout Partnership) -> Void) -> DirectoryLine {
  DirectoryLine(
    id: Directory.partnershipID(of: member(house)), origins: [], origin: "",
    resource: .partnership(
      made(Partnership()) {
        $0.partner = reference(house)
        change(&$0)
      }))
}

@Suite struct ReferralFormTests {
  private func rig() throws -> Rig { try Rig(directory: partners) }

  private func referrals(_ rig: Rig) throws -> [Referral] { try #require(rig.state.view).referrals }

  private func form(_ rig: Rig) throws -> Form {
    guard case .form(let form)? = rig.state.overlays.last else { throw Refusal("no form is open") }
    return form
  }

  @Test func `a referral is sent with a key, a word and five times Enter`() throws {
    let rig = try rig()
    try rig.press("rcardiology<Enter><Enter><Enter><Enter><Enter>")
    #expect(rig.state.overlays.isEmpty)
    #expect(rig.state.toast?.words.hasPrefix("Sent to Cardiology") == true)
    let referral = try #require(try referrals(rig).first)
    #expect(referral.state == .created)
    #expect(referral.request.reasons.first?.label == "Call after discharge")
    #expect(referral.request.priority == .routine && referral.request.status == .active)
    #expect(referral.package?.basis == .treatment)
    #expect(referral.package?.text.contains("Allergies: not asked") == true)
  }

  @Test func `who has room comes first, and who has an interest is marked`() throws {
    let rig = try rig()
    try rig.press("rcardiology<Enter>")
    let targets = rig.state.choices(try form(rig)).compactMap(\.target)
    #expect(targets.map(\.house) == ["Lung Clinic", "Heart Clinic"])
    #expect(targets.map(\.interests.count) == [0, 1])
  }

  @Test func `an interest that is declared needs a reason to go on, which stays with what was sent`() throws {
    let rig = try rig()
    try rig.press("rcardiology<Enter><Down><Enter><Enter><Enter><Enter>")
    #expect(try form(rig).question == .reason)
    try rig.press("<Enter>")
    #expect(try form(rig).fault != nil, "nothing is no reason")
    try rig.press("nearest<Enter>")
    let referral = try #require(try referrals(rig).first)
    #expect(referral.history.last?.reason == "nearest")
    #expect(referral.package?.interest == "Dr Kim owns a share of it")
  }

  @Test func `nothing goes to a body outside care before somebody has agreed`() throws {
    let rig = try rig()
    try rig.press("rhousing<Space>support<Enter><Enter><Enter><Enter><Enter>")
    #expect(try form(rig).question == .basis)
    try rig.press("<Enter>")
    #expect(try referrals(rig).map(\.state) == [.draft])
    #expect(try referrals(rig)[0].package == nil)
    #expect(rig.state.toast?.words.contains("nothing goes there without consent") == true)
  }

  @Test func `what the patient agrees to is on file, and what goes is the least that is needed`() throws {
    let rig = try rig()
    try rig.press("rhousing<Space>support<Enter><Enter><Enter><Enter><Enter><Down><Enter>")
    let referral = try #require(try referrals(rig).first)
    #expect(referral.state == .created && referral.package?.basis == .agreed)
    #expect(referral.package?.text.contains("Allergies") == false)
    #expect(rig.state.view?.chart.consents.items.map(\.value.provision) == ["permit"])
    // The second time nobody is asked again.
    try rig.press("rhousing<Space>support<Enter><Enter><Enter><Enter><Enter>")
    #expect(try referrals(rig).map(\.state) == [.created, .created])
  }

  @Test func `undo takes back the whole of what one key sent`() throws {
    let rig = try rig()
    try rig.press("rcardiology<Enter><Enter><Enter><Enter><Enter>")
    try rig.press("u")
    #expect(try referrals(rig).isEmpty)
  }
}

@Suite struct ReferralMoveTests {
  /// One referral that was sent to the clinic that tells of its visits, and the cursor on it in the board.
  private func rig() throws -> Rig {
    let request = made(ServiceRequest()) {
      $0.status = .active
      $0.intent = "order"
      $0.code = Concept(text: "Cardiology")
      $0.authored = Moment(Rig.now.adding(days: -10))
      $0.performers = [reference(11)]
      $0.requester = Reference(target: OriginID(Rig.me))
    }
    let rig = try Rig([(1, Rig.person("Rossi", "Bo")), (1, .serviceRequest(request))], directory: partners)
    try rig.press("gr")
    return rig
  }

  private func referral(_ rig: Rig) throws -> Referral { try #require(rig.state.view?.referrals.first) }

  @Test(arguments: [
    ("Ra", ReferralState.accepted), ("Rdfull<Enter>", .declined), ("Rcmoved<Space>away<Enter>", .cancelRequested),
    ("RaRstue<Enter>", .scheduled), ("RaRstue<Enter>Rn", .noShow),
    ("RaRstue<Enter>Rxill<Enter>", .appointmentCancelled),
    ("RaRi<Enter>", .visitCompleted), ("RaRoangina<Enter>aspirin<Enter>recheck<Enter>", .completed),
    ("Rcmoved<Enter>Rf", .cancelled), ("RaRstue<Enter>RnRswed<Enter>", .scheduled),
  ])
  func `each key takes it a step on`(keys: String, state: ReferralState) throws {
    let rig = try rig()
    try rig.press(keys)
    #expect(try referral(rig).state == state)
    #expect(rig.state.overlays.isEmpty)
  }

  @Test func `a step that the table doesn't have is refused with the state, who may move it and the keys`() throws {
    let rig = try rig()
    try rig.press("Ro")
    #expect(
      rig.state.toast?.words
        == "Outcome: it is 2.0 sent; the recipient may: Ra accept, Rd decline; the initiator may: Rc ask to cancel.")
    try rig.press("RaRstue<Enter>RnRo")
    #expect(rig.state.toast?.words.contains("new appointment first") == true)
    #expect(rig.state.toast?.words.contains("it is 5.1.2 did not come") == true)
    #expect(try referral(rig).state == .noShow)
  }

  @Test func `the outcome may still come while the cancellation is asked for, and is read to close the loop`() throws {
    let rig = try rig()
    try rig.press("RaRcno<Space>need<Enter>Roangina<Enter>aspirin<Enter>recheck<Enter>")
    #expect(try referral(rig).state == .completed)
    #expect(try referral(rig).result == ReferralResult(finding: "angina", plan: "aspirin", nextStep: "recheck"))
    #expect(rig.state.view?.openItems.map(\.owner) == [Reference(target: OriginID(Rig.me))])
    try rig.press("Rk")
    #expect(try referral(rig).isLoopClosed)
    #expect(rig.state.view?.openItems.isEmpty == true)
    try rig.press("Runot<Space>read<Space>by<Space>me<Enter>")
    #expect(try !referral(rig).isClosed)
    #expect(rig.state.view?.openItems.first?.clocks.map(\.clock.id) == ["referral-acknowledgement"])
  }

  @Test func `an outcome without a plan isn't one`() throws {
    let rig = try rig()
    try rig.press("RaRoangina<Enter><Enter>")
    #expect(rig.state.overlays.last.map { if case .form(let form) = $0 { form.fault != nil } else { false } } == true)
    try rig.press("<Esc>")
    #expect(try referral(rig).state == .accepted)
  }

  @Test func `a booking is put on file with it, and what becomes of it too`() throws {
    let rig = try rig()
    try rig.press("RaRs24<Space>nov<Space>9:00<Enter>")
    #expect(rig.state.view?.chart.appointments.items.map(\.value.status) == [.booked])
    #expect(rig.state.view?.openItems.count == 1, "the appointment is owed through the referral")
    try rig.press("Rn")
    #expect(rig.state.view?.chart.appointments.items.map(\.value.status) == [.noshow])
    try rig.press("u")
    #expect(rig.state.view?.chart.appointments.items.map(\.value.status) == [.booked])
    #expect(try referral(rig).state == .scheduled)
  }

  @Test func `a declined referral is asked of another, with its history`() throws {
    let rig = try rig()
    try rig.press("Rdfull<Enter>Rt<Enter>no<Space>room<Space>there<Enter>")
    let all = try #require(rig.state.view?.referrals)
    #expect(all.map(\.state) == [.declined, .created])
    #expect(all[0].isClosed && all[0].replacedBy == all[1].id)
    #expect(all[0].number == all[1].number)
    try rig.press("gggr/sent<Enter>Rl")
    let told = rig.state.overlays.last.flatMap { rig.state.reading($0) }?.lines.map(\.words).joined(separator: "\n")
    #expect(told?.contains("Before that, asked of Cardiology") == true)
    #expect(told?.contains("full") == true)
  }

  @Test func `no answer in time is an item that can be called about, sent again, asked of another or withdrawn`() throws
  {
    let rig = try rig()
    try rig.press("gw")
    #expect(rig.state.selectedWork?.clocks.contains("referral-answer") == true)
    for command in [CommandID.call, .resendReferral, .retargetReferral, .askToCancel] {
      #expect(rig.state.availability(command).isEnabled, "\(command)")
    }
    try rig.press("Rr")
    #expect(try referral(rig).state == .created)
    #expect(try referral(rig).history.last?.what == .act(.resend))
  }

  @Test func `a partner that tells of no visits goes by the coarse machine`() throws {
    let request = made(ServiceRequest()) {
      $0.status = .active
      $0.code = Concept(text: "Lungs")
      $0.authored = Moment(Rig.now.adding(days: -2))
      $0.performers = [reference(12)]
    }
    let rig = try Rig([(1, Rig.person("Rossi", "Bo")), (1, .serviceRequest(request))], directory: partners)
    try rig.press("grRaRstue<Enter>")
    #expect(try referral(rig).state == .inProgress)
    try rig.press("Roclear<Enter>none<Enter>none<Enter>")
    #expect(try referral(rig).state == .completed)
  }
}

@Suite struct ReferralBoardTests {
  private func rig() throws -> Rig {
    func request(_ words: String, _ days: Int, _ status: RequestStatus = .active) -> Resource {
      .serviceRequest(
        made(ServiceRequest()) {
          $0.status = status
          $0.code = Concept(text: words)
          $0.authored = Moment(Rig.now.adding(days: -days))
          $0.performers = [reference(11)]
        })
    }
    return try Rig(
      [
        (1, Rig.person("Rossi", "Bo")), (1, request("Cardiology", 3)), (2, Rig.person("Okafor", "Chi")),
        (2, request("Echo clinic", 9)), (3, Rig.person("Tanaka", "Yui")), (3, request("Lung clinic", 30, .completed)),
        (4, Rig.person("Silva", "Inês")), (4, request("Diet", 1, .draft)),
      ], directory: partners)
  }

  private func shown(_ rig: Rig) -> [String] {
    (0..<rig.state.count(.referrals)).compactMap { rig.state.referralRow(at: $0)?.service }
  }

  @Test func `the board goes by state, the longest first, and names each state once`() throws {
    let rig = try rig()
    try rig.press("gr")
    #expect(shown(rig) == ["Diet", "Echo clinic", "Cardiology", "Lung clinic"])
    #expect(
      rig.state.boardLines(from: 0, height: 20)
        == [.state(.draft), .row(0), .state(.created), .row(1), .row(2), .over, .row(3)])
    #expect(rig.state.workspace.lists.tally.open == [.draft: 1, .created: 2])
  }

  @Test func `by days it is a list, the longest in its state first`() throws {
    let rig = try rig()
    try rig.press("groy")
    #expect(shown(rig).prefix(3) == ["Echo clinic", "Cardiology", "Diet"])
    #expect(!rig.state.boardLines(from: 0, height: 20).contains(.state(.created)))
  }

  @Test(arguments: [
    ("state:sent", ["Echo clinic", "Cardiology"]), ("is:closed", ["Lung clinic"]), ("is:overdue", ["Echo clinic"]),
    ("owner:heart", []), ("clock:referral-answer", ["Echo clinic", "Cardiology"]),
    ("cardio state:sent -echo", ["Cardiology"]),
  ])
  func `it is filtered as the worklist is`(query: String, found: [String]) throws {
    let rig = try rig()
    let keys = query.map { $0 == " " ? "<Space>" : String($0) }.joined()
    try rig.press("gr/\(keys)<Enter>")
    #expect(shown(rig) == found)
  }

  @Test func `the cursor's patient is in view, and Enter tells the history`() throws {
    let rig = try rig()
    try rig.press("grj")
    #expect(rig.state.view?.chart.listedName == "Okafor, Chi")
    try rig.press("<Enter>")
    #expect(rig.state.overlays.last.flatMap { rig.state.reading($0) }?.title.hasPrefix("Echo clinic") == true)
  }
}
