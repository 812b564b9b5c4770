import ArgumentParser
import CEL
import Findings
import Foundation

/// An expression of the CEL suite, and what must come of it.
struct CELCase: Decodable {
  struct Declaration: Decodable {
    var name: String
    var kind: String
  }

  var id: String
  var expr: String
  var container: String?
  var declarations: [Declaration]?
  var disablesMacros: Bool?
  var disablesCheck: Bool?
  /// Present where evaluation or the check must fail.
  var error: [String]?

  enum CodingKeys: String, CodingKey {
    case id, expr, container, declarations, error
    case disablesMacros = "disable_macros"
    case disablesCheck = "disable_check"
  }

  static func read(_ file: String) throws -> [CELCase] {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw ValidationError("'\(file)' cannot be read")
    }
    let decoder = JSONDecoder()
    var cases: [CELCase] = []
    for (index, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
      do {
        cases.append(try decoder.decode(CELCase.self, from: Data(line)))
      } catch {
        throw ValidationError("\(file):\(index + 1): not a case: \(error)")
      }
    }
    return cases
  }
}

/// What the compiler says of the cases of a file.
struct CELTable {
  private(set) var agreed = 0
  private(set) var disagreements: [String] = []
  /// Cases that must fail and compile: only an evaluation could tell.
  private(set) var undecided = 0

  init(_ cases: [CELCase]) {
    for testCase in cases {
      let failure = Self.failure(of: testCase)
      switch (failure, testCase.error == nil) {
      case (nil, true): agreed += 1
      case (nil, false): undecided += 1
      case (.some, false): agreed += 1
      case (.some(let text), true): disagreements.append("\(testCase.id): \(text)\n  \(testCase.expr)")
      }
    }
  }

  /// Why a case does not compile, in the environment that the suite asks for.
  private static func failure(of testCase: CELCase) -> String? {
    var environment = Environment.suite
    environment.container = testCase.container ?? ""
    environment.dialect.macros = !(testCase.disablesMacros ?? false)
    for declaration in testCase.declarations ?? [] {
      if declaration.kind == "function" {
        for count in 0...3 {
          environment.declare(declaration.name, Array(repeating: .dyn, count: count), .dyn)
        }
      } else {
        environment.variables[declaration.name] = .dyn
      }
    }
    do throws(CompileError) {
      if testCase.disablesCheck ?? false {
        _ = try environment.parse(testCase.expr)
      } else {
        _ = try environment.compile(testCase.expr)
      }
    } catch {
      return "at byte \(error.offset): \(error.message.en)"
    }
    return nil
  }

  var rates: [(name: String, rate: Double)] {
    let decided = agreed + disagreements.count
    return decided == 0 ? [] : [("compile", Double(agreed) / Double(decided))]
  }

  func text(file: String) -> String {
    let decided = agreed + disagreements.count
    return "\(file): \(agreed) of \(decided) compile or fail as they must"
      + (undecided > 0 ? ", \(undecided) fail only when they are evaluated" : "")
  }
}
