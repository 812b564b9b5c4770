import Findings

extension Library {
  /// The language's own operators and functions.
  static let standard = Library(
    "standard", .all,
    """
    _?_:_(bool, T, T) -> T
    _&&_(bool, bool) -> bool
    _||_(bool, bool) -> bool
    !_(bool) -> bool
    @not_strictly_false(bool) -> bool
    _==_(T, T) -> bool
    _!=_(T, T) -> bool
    @in(T, list<T>) -> bool
    @in(K, map<K, V>) -> bool
    _+_(bytes, bytes) -> bytes
    _+_(double, double) -> double
    _+_(duration, duration) -> duration
    _+_(duration, timestamp) -> timestamp
    _+_(timestamp, duration) -> timestamp
    _+_(int, int) -> int
    _+_(list<T>, list<T>) -> list<T>
    _+_(string, string) -> string
    _+_(uint, uint) -> uint
    _-_(double, double) -> double
    _-_(duration, duration) -> duration
    _-_(int, int) -> int
    _-_(timestamp, duration) -> timestamp
    _-_(timestamp, timestamp) -> duration
    _-_(uint, uint) -> uint
    _*_(double, double) -> double
    _*_(int, int) -> int
    _*_(uint, uint) -> uint
    _/_(double, double) -> double
    _/_(int, int) -> int
    _/_(uint, uint) -> uint
    _%_(int, int) -> int
    _%_(uint, uint) -> uint
    -_(double) -> double
    -_(int) -> int
    _[_](list<T>, int) -> T
    _[_](map<K, V>, K) -> V
    size(bytes) -> int
    bytes.size() -> int
    size(list<T>) -> int
    list<T>.size() -> int
    size(map<K, V>) -> int
    map<K, V>.size() -> int
    size(string) -> int
    string.size() -> int
    type(T) -> type<T>
    bool(bool) -> bool
    bool(string) -> bool
    bytes(bytes) -> bytes
    bytes(string) -> bytes
    double(double) -> double
    double(int) -> double
    double(string) -> double
    double(uint) -> double
    duration(duration) -> duration
    duration(int) -> duration
    duration(string) -> duration
    dyn(T) -> dyn
    int(int) -> int
    int(double) -> int
    int(duration) -> int
    int(string) -> int
    int(timestamp) -> int
    int(uint) -> int
    string(string) -> string
    string(bool) -> string
    string(bytes) -> string
    string(double) -> string
    string(duration) -> string
    string(int) -> string
    string(timestamp) -> string
    string(uint) -> string
    timestamp(timestamp) -> timestamp
    timestamp(int) -> timestamp
    timestamp(string) -> timestamp
    uint(uint) -> uint
    uint(double) -> uint
    uint(int) -> uint
    uint(string) -> uint
    string.contains(string) -> bool
    string.endsWith(string) -> bool
    string.startsWith(string) -> bool
    matches(string, string) -> bool
    string.matches(string) -> bool
    timestamp.getFullYear() -> int
    timestamp.getFullYear(string) -> int
    timestamp.getMonth() -> int
    timestamp.getMonth(string) -> int
    timestamp.getDayOfYear() -> int
    timestamp.getDayOfYear(string) -> int
    timestamp.getDayOfMonth() -> int
    timestamp.getDayOfMonth(string) -> int
    timestamp.getDate() -> int
    timestamp.getDate(string) -> int
    timestamp.getDayOfWeek() -> int
    timestamp.getDayOfWeek(string) -> int
    timestamp.getHours() -> int
    timestamp.getHours(string) -> int
    duration.getHours() -> int
    timestamp.getMinutes() -> int
    timestamp.getMinutes(string) -> int
    duration.getMinutes() -> int
    timestamp.getSeconds() -> int
    timestamp.getSeconds(string) -> int
    duration.getSeconds() -> int
    timestamp.getMilliseconds() -> int
    timestamp.getMilliseconds(string) -> int
    duration.getMilliseconds() -> int
    """)

  /// Comparisons of values of one type.
  static let comparisons = Library(
    "comparisons", .all,
    """
    _<_(bool, bool) -> bool
    _<_(int, int) -> bool
    _<_(uint, uint) -> bool
    _<_(double, double) -> bool
    _<_(string, string) -> bool
    _<_(bytes, bytes) -> bool
    _<_(timestamp, timestamp) -> bool
    _<_(duration, duration) -> bool
    _<=_(bool, bool) -> bool
    _<=_(int, int) -> bool
    _<=_(uint, uint) -> bool
    _<=_(double, double) -> bool
    _<=_(string, string) -> bool
    _<=_(bytes, bytes) -> bool
    _<=_(timestamp, timestamp) -> bool
    _<=_(duration, duration) -> bool
    _>_(bool, bool) -> bool
    _>_(int, int) -> bool
    _>_(uint, uint) -> bool
    _>_(double, double) -> bool
    _>_(string, string) -> bool
    _>_(bytes, bytes) -> bool
    _>_(timestamp, timestamp) -> bool
    _>_(duration, duration) -> bool
    _>=_(bool, bool) -> bool
    _>=_(int, int) -> bool
    _>=_(uint, uint) -> bool
    _>=_(double, double) -> bool
    _>=_(string, string) -> bool
    _>=_(bytes, bytes) -> bool
    _>=_(timestamp, timestamp) -> bool
    _>=_(duration, duration) -> bool
    """)

  /// Comparisons of numbers of different types, in Kubernetes' environment since 1.28.
  static let mixedComparisons = Library(
    "mixed comparisons", .since(29),
    """
    _<_(int, double) -> bool
    _<_(int, uint) -> bool
    _<_(uint, double) -> bool
    _<_(uint, int) -> bool
    _<_(double, int) -> bool
    _<_(double, uint) -> bool
    _<=_(int, double) -> bool
    _<=_(int, uint) -> bool
    _<=_(uint, double) -> bool
    _<=_(uint, int) -> bool
    _<=_(double, int) -> bool
    _<=_(double, uint) -> bool
    _>_(int, double) -> bool
    _>_(int, uint) -> bool
    _>_(uint, double) -> bool
    _>_(uint, int) -> bool
    _>_(double, int) -> bool
    _>_(double, uint) -> bool
    _>=_(int, double) -> bool
    _>=_(int, uint) -> bool
    _>=_(uint, double) -> bool
    _>=_(uint, int) -> bool
    _>=_(double, int) -> bool
    _>=_(double, uint) -> bool
    """)

  /// Values that may be missing, in Kubernetes' environment since 1.28.
  static let optionals = Library(
    "optionals", .since(29),
    """
    _[_](optional<list<T>>, int) -> optional<T>
    _[_](optional<map<K, V>>, K) -> optional<V>
    _[?_](list<T>, int) -> optional<T>
    _[?_](optional<list<T>>, int) -> optional<T>
    _[?_](map<K, V>, K) -> optional<V>
    _[?_](optional<map<K, V>>, K) -> optional<V>
    =optional.of(V) -> optional<V>
    =optional.ofNonZeroValue(V) -> optional<V>
    =optional.none() -> optional<V>
    optional<V>.value() -> V
    optional<V>.hasValue() -> bool
    optional<V>.or(optional<V>) -> optional<V>
    optional<V>.orValue(V) -> V
    """)

  /// What came to optional values with a later cel-go; the releases before are not known to have it or not.
  static let laterOptionals = Library(
    "later optionals", .since(35), doubtful: .minors(29...34),
    """
    list<T>.first() -> optional<T>
    list<T>.last() -> optional<T>
    =optional.unwrap(list<optional<T>>) -> list<T>
    list<optional<T>>.unwrapOpt() -> list<T>
    """)

  /// What macros with two variables are made of, in Kubernetes' environment since 1.32.
  static let twoVariables = Library(
    "two variables", .since(33),
    """
    =cel.@mapInsert(map<K, V>, K, V) -> map<K, V>
    =cel.@mapInsert(map<K, V>, map<K, V>) -> map<K, V>
    """)
}
