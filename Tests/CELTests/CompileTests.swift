import Findings
import Testing

@testable import CEL

/// Something like what admission gives to expressions.
private func environment(_ minor: Int = 37) throws -> Environment {
  var environment = Environment(.kubernetes, version: try #require(KubernetesVersion(minor: minor)))
  let inner = ObjectType(name: "inner", fields: [("count", .int), ("names", .list(.string))])
  let request = ObjectType(
    name: "request", fields: [("name", .string), ("inner", .object(inner)), ("labels", .map(.string, .string))])
  environment.variables = [
    "object": .dyn, "request": .object(request), "authorizer": .opaque(.authorizer, []), "n": .int, "s": .string,
    "maybe": .optional(.int), "authorizer.requestResource": .opaque(.resourceCheck, []),
  ]
  return environment
}

private func outcome(_ text: String, _ environment: Environment) -> String {
  do throws(CompileError) {
    return try environment.compile(text).result.description
  } catch {
    return "\(error.offset): \(error.message.en)"
  }
}

@Test(
  arguments: [
    ("1", "int"), ("-9223372036854775808", "int"), ("0xFFu", "uint"), ("1e3", "double"), (".5", "double"),
    ("'a' + \"b\"", "string"), ("b'\\xff'", "bytes"), ("r'\\d'", "string"), ("'''a\n'b'''", "string"),
    ("null", "null_type"),
    ("[1, 2]", "list(int)"), ("{'a': 1}", "map(string, int)"), ("[]", "list(dyn)"), ("[[], [1]]", "list(list(int))"),
    ("int", "type(int)"), ("type(1)", "type(int)"), ("1 + 2 * 3 == 7 && !false", "bool"),
    ("n > 1 ? 'a' : 'b'", "string"), ("object.spec.replicas", "dyn"), ("object.a + object.b", "dyn"),
    ("object.a + 1", "int"), ("object.a + 's'", "string"), ("object['a'] in [1, 2]", "bool"),
    ("request.inner.count % 2", "int"), ("request.labels['a']", "string"), ("has(request.labels.a)", "bool"),
    ("request.inner.names.all(x, x.startsWith('a'))", "bool"), ("request.inner.names.map(x, size(x))", "list(int)"),
    ("request.inner.names.map(x, x != '', size(x))", "list(int)"), ("[1, 2].filter(x, x > 1)", "list(int)"),
    ("[1].exists_one(x, x == 1)", "bool"), ("{'a': 1}.exists(k, k == 'a')", "bool"), ("object.all(x, x > 1)", "bool"),
    ("[1, 2].sum() + [3].max()", "int"), ("'a,b'.split(',').join('-')", "string"),
    ("url('https://a').getHost()", "string"),
    ("quantity('1Mi').isLessThan(quantity('2'))", "bool"), ("ip('::1').family()", "int"),
    ("ip.isCanonical('::1')", "bool"),
    ("cidr('10.0.0.0/8').containsIP('10.0.0.1')", "bool"), ("format.dns1123Label().validate('a').hasValue()", "bool"),
    ("semver('1.2.3').major()", "int"), ("sets.contains([1], [1])", "bool"), ("[3, 1].sort()", "list(int)"),
    ("[{'a': 2}].sortBy(x, x.a)", "list(map(string, int))"), ("'%s %d'.format(['a', 1])", "string"),
    ("maybe.orValue(1)", "int"), ("object.?a.orValue('x')", "dyn"), ("request.labels[?'a']", "optional_type(string)"),
    ("[?maybe, 1]", "list(int)"), ("maybe.optMap(x, x + 1).or(optional.none())", "optional_type(int)"),
    ("optional.of('a').optFlatMap(x, optional.of(size(x)))", "optional_type(int)"),
    ("{'a': 1}.transformMap(k, v, string(v))", "map(string, string)"), ("[1].transformList(i, v, i + v)", "list(int)"),
    ("[1].all(i, v, i < v)", "bool"), ("1 < 1.5", "bool"),
    ("timestamp('2024-01-01T00:00:00Z') + duration('1h')", "timestamp"),
    ("authorizer.group('').resource('pods').namespace('a').check('get').allowed()", "bool"),
    ("authorizer.requestResource.check('get').allowed()", "bool"), ("s.find('[0-9]+')", "string"),
    ("request.inner.names.map(request, request.size())", "list(int)"), ("(((1)))", "int"), ("[1,]", "list(int)"),
    ("true || false // why", "bool"), ("int('7') == int(string(7))", "bool"), ("dyn(1)", "dyn"),
  ] as [(String, String)])
func findsTheType(text: String, type: String) throws {
  #expect(outcome(text, try environment()) == type)
}

@Test(
  arguments: [
    ("", "0: the expression ends too early: write the rest of it"),
    ("1 +", "3: the expression ends too early: write the rest of it"),
    ("a b", "2: 'b' cannot stand here in the expression: mend what is before it"),
    ("1 ≠ 2", "2: '≠' cannot stand here in the expression: mend what is before it"),
    ("a = b", "2: '=' cannot stand here in the expression: mend what is before it"),
    ("'a", "0: a text in the expression has no closing quote: add it"),
    ("'a\nb'", "0: a text in the expression has no closing quote: add it"),
    ("9223372036854775808", "0: '9223372036854775808' is no value that CEL can read: check its escapes and its size"),
    ("'\\q'", "0: ''\\q'' is no value that CEL can read: check its escapes and its size"),
    ("1e400", "0: '1e400' is no value that CEL can read: check its escapes and its size"),
    ("n + namespace", "4: 'namespace' is a word of CEL itself: use another name"),
    ("[1,,2]", "3: ',' cannot stand here in the expression: mend what is before it"),
    ("f(1,)", "4: ')' cannot stand here in the expression: mend what is before it"),
    ("`a`", "0: '`a`' cannot stand here in the expression: mend what is before it"),
    ("has(n)", "4: 'has' asks for a field: write one such as 'has(object.spec)'"),
    ("[1].all(x.y, true)", "9: the variable of 'all' is a plain name: write one such as 'x'"),
    ("foo.bar", "0: the expression has nothing named 'foo': use one of the variables that it is given"),
    (".foo", "1: the expression has nothing named '.foo': use one of the variables that it is given"),
    ("n.foo()", "2: there is no function 'foo' here: use one that this version knows"),
    ("foo(1)", "0: there is no function 'foo' here: use one that this version knows"),
    ("1 + 'a'", "2: '+' does not take 'int', 'string': convert one side to the type of the other"),
    ("n == s", "2: '==' does not take 'int', 'string': convert one side to the type of the other"),
    ("n.size()", "2: 'size' does not take 'int': convert what it is given"),
    ("request.nam", "7: there is no field 'nam' in 'request': use one that it has"),
    ("n.x", "1: a value of type 'int' has no fields: compare or convert it as a whole"),
    ("[1, 'a']", "4: a list or map holds values of one type, here 'int' and 'string': convert one of them"),
    ("[1, object.a]", "10: a list or map holds values of one type, here 'int' and 'dyn': convert one of them"),
    ("{1: 2, 'a': 3}", "7: a list or map holds values of one type, here 'int' and 'string': convert one of them"),
    ("n.all(x, true)", "0: a macro goes over a list or a map, not over 'int': use it on one of these"),
    ("[1].all(x, x)", "4: '&&' does not take 'bool', 'int': convert one side to the type of the other"),
    ("[?n]", "2: what is marked with '?' is an optional value, not 'int': remove the '?'"),
    ("cel.bind(x, 1, x)", "9: the expression has nothing named 'x': use one of the variables that it is given"),
    ("int('a')", "4: 'int' cannot read 'a': write a value that it can"),
    ("duration('1 hour')", "9: 'duration' cannot read '1 hour': write a value that it can"),
    ("timestamp('2024')", "10: 'timestamp' cannot read '2024': write a value that it can"),
    ("uint(-1)", "5: 'uint' cannot read '-1': write a value that it can"),
    ("'%d'.format(['a'])", "0: the signs in '%d' do not fit the list of values: give each '%' one value of its type"),
    ("'%s'.format([1, 2])", "0: the signs in '%s' do not fit the list of values: give each '%' one value of its type"),
  ] as [(String, String)])
func saysWhatIsWrong(text: String, expected: String) throws {
  #expect(outcome(text, try environment()) == expected)
}

@Test func aPatternIsLookedAt() throws {
  let environment = try environment()
  #expect(outcome("s.matches('(')", environment).hasPrefix("10: '(' is no regular expression"))
  #expect(outcome("matches(s, '(')", environment).hasPrefix("11: '(' is no regular expression"))
  #expect(outcome("s.matches('a')", environment) == "bool")
}

/// From which version on an expression compiles. New things are taken one version after they come.
@Test(
  arguments: [
    ("[1].sum() == 1", 25), ("s.find('a') == ''", 25), ("url(s).getHost() == ''", 25),
    ("authorizer.path('/a').check('get').allowed()", 27), ("1 < 1.5", 29), ("object.?a.hasValue()", 29),
    ("optional.of(1).hasValue()", 29), ("isQuantity(s)", 29), ("'%s'.format([s]) == ''", 30),
    ("sets.intersects([1], [2])", 30), ("isIP(s)", 31), ("isCIDR(s)", 31), ("format.uuid().validate(s).hasValue()", 32),
    ("authorizer.group('').resource('a').fieldSelector('b').check('get').allowed()", 32),
    ("[1].all(i, v, i < v)", 33), ("isSemver(s)", 34), ("[1].distinct() == [1]", 35),
  ] as [(String, Int)])
func knowsSinceWhen(text: String, first: Int) throws {
  for version in KubernetesVersion.all {
    let result = outcome(text, try environment(version.minor))
    #expect((result == "bool") == (version.minor >= first), "1.\(version.minor): \(result)")
  }
}

/// Before, a list could hold a value of no known type beside others.
@Test func onlyLaterVersionsCompareEveryEntry() throws {
  #expect(outcome("[1, object.a]", try environment(28)) == "list(dyn)")
  #expect(outcome("[1, object.a]", try environment(29)).hasPrefix("10: the type of a value"))
  #expect(outcome("[1, 'a']", try environment(28)).hasPrefix("4: a list or map"))
  #expect(outcome("[1, object.a]", try environment(30)).hasPrefix("10: a list or map"))
  #expect(outcome("'%s %s'.format([1, 'a'])", try environment(30)) == "string")
}

@Test func whatIsNotKnownIsNotJudged() throws {
  let environment = try environment(34)
  #expect(throws: CompileError(.beyondJudgement(.function("first")), at: 4)) { try environment.compile("[1].first()") }
  #expect(throws: CompileError(.beyondJudgement(.type), at: 0)) { try environment.compile("net.IP == type(ip('::1'))") }
  #expect(!CompileError(.beyondJudgement(.depth), at: 0).isRefusal)
  #expect(CompileError(.unexpectedEnd, at: 0).isRefusal)
}
