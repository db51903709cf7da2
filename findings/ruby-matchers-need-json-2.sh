#!/usr/bin/env bash
# The Ruby library's matchers with the newest gem json: the contract has the matcher objects themselves for a body.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export PACT_DO_NOT_TRACK=true GEM_HOME=$folder/gems GEM_PATH=$folder/gems
for gem in 'pact 1.67.5' 'pact-support 1.21.7' 'json 2.21.2' 'json 3.1.0'; do
  # shellcheck disable=SC2086
  gem install --no-document --silent ${gem% *} --version "${gem#* }"
done
cat >consumer.rb <<'RUBY'
version, folder = ARGV
gem 'json', version
require 'net/http'
require 'socket'
require 'pact/consumer'
require 'pact/consumer/spec_hooks'

free = TCPServer.open('127.0.0.1', 0) { |server| server.addr[1] }
Pact.configure { |config| config.pact_dir = config.log_dir = folder }
Pact.service_consumer('C') do
  has_pact_with('P') { mock_service(:provider) { port(free); pact_specification_version('2.0.0') } }
end
hooks = Pact::Consumer::SpecHooks.new
hooks.before_all
hooks.before_each('d')
Object.new.extend(Pact::Consumer::ConsumerContractBuilders).provider
  .upon_receiving('d').with(method: 'get', path: '/')
  .will_respond_with(status: 200, body: Pact.like(id: 1))
Net::HTTP.get(URI("http://localhost:#{free}/"))
hooks.after_each('d')
hooks.after_suite
RUBY
for version in 2.21.2 3.1.0; do
  ruby consumer.rb "$version" "$folder/$version" >/dev/null
  body=$(ruby -rjson -e 'puts JSON.parse(File.read(ARGV[0]))["interactions"][0]["response"].slice("body", "matchingRules").to_json' "$folder/$version/c-p.json")
  echo "pact 1.67.5 with json $version: $body"
  case $version in
    2.*) test "$body" = '{"body":{"id":1},"matchingRules":{"$.body":{"match":"type"}}}' ;;
    3.*) test "$body" = '{"body":{"json_class":"Pact::SomethingLike","contents":{"id":1}}}' ;;
  esac
done
