# The version, in both ways of asking, and nothing else on the line.

$ detente version
detente 0.1.0

$ detente --version
detente 0.1.0

$ detente version --version
detente 0.1.0

# A program may be told to be quiet; the answer is still the answer.

$ detente -q version
detente 0.1.0

$ detente version extra
? 2
detente: `version` takes no word "extra"
  see `detente help version`

$ detente version --json
? 2
detente: `version` has no option --json
  see `detente help version`
