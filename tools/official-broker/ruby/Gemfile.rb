# The source is whatever this machine's RubyGems is set to.
source Gem.sources.first.uri.to_s

release = File.read(File.join(__dir__, "release"))
# Unpacked, so that its requirements can be lowered.
gem "pact_broker", release, path: "pact_broker-#{release}"
gem "hana", "1.3.7"
gem "json_schemer", "2.5.0"
gem "simpleidn", "0.3.0"
eval_gemfile "pins.rb"
