# The source is whatever this machine's RubyGems is set to.
source Gem.sources.first.uri.to_s

gem "pact_broker", "2.119.0"
gem "pact-support", "1.21.7"
eval_gemfile "pins.rb"
