# The source is whatever this machine's RubyGems is set to.
source Gem.sources.first.uri.to_s

# Unpacked, so that its requirements can be lowered.
gem "pact_broker", "2.122.0", path: "pact_broker-2.122.0"
gem "hana", "1.3.7"
gem "json_schemer", "2.5.0"
gem "simpleidn", "0.3.0"
eval_gemfile "pins.rb"
