import { onBranch, pact, pacticipant, tag, version, webhook, type Fact } from './facts.ts';

const pricingService = pacticipant(
  'Pricing Service',
  'git@git.realestate.com.au:business-systems/pricing-service',
);
const condorsPact = [pacticipant('Condor'), pricingService, pact('Condor', '1.3.0', 'Pricing Service')];
const condorsPactInProduction = [...condorsPact, tag('Condor', '1.3.0', 'prod')];

/** States with pacticipants, versions, pacts and webhooks. */
export const statesOfPacts: Readonly<Record<string, readonly Fact[]>> = {
  'a pacticipant with name Foo exists': [pacticipant('Foo')],
  'a branch named main exists for pacticipant Foo': [pacticipant('Foo'), onBranch('Foo', '1', 'main')],
  "'Condor' exists in the pact-broker": [pacticipant('Condor'), version('Condor', '1.3.0')],
  "'Condor' exists in the pact-broker with version 1.3.0, tagged with 'prod'": [
    pacticipant('Condor'),
    version('Condor', '1.3.0'),
    tag('Condor', '1.3.0', 'prod'),
  ],
  "'Condor' exists in the pact-broker with the latest version 1.2.3": [
    pacticipant('Condor'),
    version('Condor', '1.0.0'),
    version('Condor', '1.2.3'),
  ],
  "'Condor' exists in the pact-broker with the latest tagged 'production' version 1.2.3": [
    pacticipant('Condor'),
    version('Condor', '1.2.3'),
    tag('Condor', '1.2.3', 'production'),
    version('Condor', '2.0.0'),
  ],
  "the 'Pricing Service' already exists in the pact-broker": [
    pricingService,
    version('Pricing Service', '1.3.0'),
  ],
  "the 'Pricing Service' and 'Condor' already exist in the pact-broker": [
    pacticipant('Condor'),
    pricingService,
  ],
  "the 'Pricing Service' and 'Condor' already exist in the pact-broker, and Condor already has a pact published for version 1.3.0":
    condorsPact,
  'a pact between Condor and the Pricing Service exists': condorsPact,
  'a latest pact between Condor and the Pricing Service exists': condorsPact,
  'a pact between Condor and the Pricing Service exists for the production version of Condor':
    condorsPactInProduction,
  'tagged as prod pact between Condor and the Pricing Service exists': condorsPactInProduction,
  'a webhook with the uuid 696c5f93-1b7f-44bc-8d03-59440fcaa9a0 exists': [
    pacticipant('Condor'),
    pricingService,
    webhook('696c5f93-1b7f-44bc-8d03-59440fcaa9a0', 'Condor', 'Pricing Service'),
  ],
};
