import Billing
import Database
package import Desk

extension Office {
  /// Answers whatever the workstation asks; every failure becomes a refusal in plain words.
  package func answer(
    _ request: DeskRequest, progress: (ImportProgress) -> Bool = { _ in true }
  ) -> DeskReply {
    answering { try reply(to: request, progress: progress) }
  }

  /// The page of which ``firstRows(_:)`` gave the rows, with its totals.
  package func wholePage(_ request: PageRequest) -> DeskReply {
    answering { .page(try page(request)) }
  }

  private func answering(_ reply: () throws -> DeskReply) -> DeskReply {
    do {
      return try reply()
    } catch let refusal as Refusal {
      if let field = refusal.field { return .fault(FieldFault(field, refusal.message)) }
      return .refused(refusal.message)
    } catch let failure as DatabaseFailure {
      return .refused(failure.message)
    } catch {
      return .refused("Something went wrong: \(error). Nothing was saved.")
    }
  }

  private func reply(
    to request: DeskRequest, progress: (ImportProgress) -> Bool
  ) throws -> DeskReply {
    switch request {
    case .overview: return .overview(try overview())
    case .page(let page): return .page(try firstRows(page))
    case .item(let id): return .item(try item(id))
    case .takeNext(let queue, let filter): return .taken(try takeNext(queue, filter: filter))
    case .take(let id): return .taken(try take(id))
    case .release(let id):
      try release(id)
      return .released(id)
    case .form(let verb, let id): return .form(try form(verb, about: id))
    case .decide(let request): return .decided(try decide(request))
    case .previewMany(let items, let entry): return .preview(try preview(items, entry))
    case .decideMany(let items, let entry): return .decided(try decideMany(items, entry))
    case .identities(let page): return .identities(try identities(page))
    case .undo: return .decided(try undo())
    case .redo: return .decided(try redo())
    case .remittances(let offset, let limit):
      let found = try remittances(offset: offset, limit: limit)
      return .remittances(found.rows, count: found.count)
    case .remittance(let id): return .remittance(try remittance(id))
    case .files(let offset, let limit):
      let found = try files(offset: offset, limit: limit)
      return .files(found.rows, count: found.count)
    case .importFiles(let paths): return .imported(try importFiles(paths, progress: progress))
    case .activities(let query): return .activities(try activities(query))
    case .billers: return .billers(try billers())
    case .search(let query): return .found(try search(query))
    case .claim(let id): return .claim(try claimPage(id))
    case .completions(let queue, let field, let prefix):
      return .completions(try completions(queue, field, prefix: prefix))
    case .orders(let request): return .orders(try answer(request))
    }
  }
}
