import { expect, test } from '@jest/globals';
import { withLowerRequirements } from './lower-requirements.ts';

const specification = (ruby: string, logger: string) => `Gem::Specification.new do |s|
  s.name = "pact_broker".freeze
  s.files = ["lib/semantic_logger/formatters/short.rb".freeze]
  s.required_ruby_version = Gem::Requirement.new("${ruby}".freeze)
  if s.respond_to? :specification_version then
    s.add_runtime_dependency(%q<rack>.freeze, ["~> 3.2"])
    s.add_runtime_dependency(%q<semantic_logger>.freeze, ["${logger}"])
  else
    s.add_dependency(%q<semantic_logger>.freeze, ["${logger}"])
  end
end
`;

test('Ruby and the logger may be older, and nothing else changes', () => {
  expect(withLowerRequirements(specification('>= 3.2.0', '~> 5.0'))).toBe(
    specification('>= 3.1.0', '>= 4.11'),
  );
});

test('a gem with other requirements is refused', () => {
  expect(() => withLowerRequirements(specification('>= 3.3.0', '~> 5.0'))).toThrow('required_ruby_version');
  expect(() => withLowerRequirements(specification('>= 3.2.0', '~> 6.0'))).toThrow('semantic_logger');
});
