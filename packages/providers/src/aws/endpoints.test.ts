import { describe, expect, it } from 'vitest';
import { type AwsEnvironment, awsEndpoints } from './endpoints.ts';
import type { AwsEndpoints } from './handle.ts';
import { partitionOfRegion } from './partition.ts';

const endpoints = (region: string, env: AwsEnvironment = {}): AwsEndpoints =>
  awsEndpoints(partitionOfRegion(region), region, env);

describe('endpoints', () => {
  it.each([
    ['eu-west-1', 'https://sts.eu-west-1.amazonaws.com', 'https://iam.amazonaws.com', 'us-east-1'],
    ['cn-northwest-1', 'https://sts.cn-northwest-1.amazonaws.com.cn', 'https://iam.cn-north-1.amazonaws.com.cn', 'cn-north-1'],
    ['us-gov-east-1', 'https://sts.us-gov-east-1.amazonaws.com', 'https://iam.us-gov.amazonaws.com', 'us-gov-west-1'],
    ['us-isob-east-1', 'https://sts.us-isob-east-1.sc2s.sgov.gov', 'https://iam.us-isob-east-1.sc2s.sgov.gov', 'us-isob-east-1'],
    ['eusc-de-east-1', 'https://sts.eusc-de-east-1.amazonaws.eu', 'https://iam.eusc-de-east-1.amazonaws.eu', 'eusc-de-east-1'],
  ])("of `%s` are AWS's own", (region, sts, iam, iamRegion) => {
    expect(endpoints(region)).toMatchObject({ sts, iam, iamRegion, region });
  });

  it('follow the variables, the one of the service first', () => {
    const env = {
      AWS_ENDPOINT_URL: 'http://127.0.0.1:17480/',
      AWS_ENDPOINT_URL_IAM: 'https://iam.test/base/',
      AWS_ENDPOINT_URL_S3: ' ',
    };
    expect(endpoints('eu-west-1', env)).toMatchObject({
      sts: 'http://127.0.0.1:17480',
      iam: 'https://iam.test/base',
      s3: 'http://127.0.0.1:17480',
    });
  });

  it('ignore the variables where that is asked for', () => {
    const env = { AWS_ENDPOINT_URL: 'nonsense', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'True' };
    expect(endpoints('eu-west-1', env).sts).toBe('https://sts.eu-west-1.amazonaws.com');
  });

  it('are the FIPS ones where that is asked for', () => {
    const env = { AWS_USE_FIPS_ENDPOINT: 'true' };
    expect(endpoints('us-east-2', env)).toMatchObject({
      sts: 'https://sts-fips.us-east-2.amazonaws.com',
      iam: 'https://iam-fips.amazonaws.com',
      s3: 'https://s3-fips.us-east-2.amazonaws.com',
    });
    expect(endpoints('us-gov-west-1', env).sts).toBe('https://sts.us-gov-west-1.amazonaws.com');
    expect(() => endpoints('cn-north-1', env)).toThrowCode(
      'ERR_AWS_FIPS',
      '`AWS_USE_FIPS_ENDPOINT` is set, and partition `aws-cn` has no such endpoints',
    );
  });

  it('are the dual-stack ones where that is asked for and they exist', () => {
    const env = { AWS_USE_DUALSTACK_ENDPOINT: 'true' };
    expect(endpoints('eu-west-1', env)).toMatchObject({
      sts: 'https://sts.eu-west-1.api.aws',
      s3: 'https://s3.dualstack.eu-west-1.amazonaws.com',
    });
    expect(endpoints('us-iso-east-1', env).sts).toBe('https://sts.us-iso-east-1.c2s.ic.gov');
  });

  it.each([
    ['http://localhost:1', 'http://localhost:1'],
    ['http://[::1]:1', 'http://[::1]:1'],
    ['http://127.9.9.9', 'http://127.9.9.9'],
  ])('may be unencrypted on this machine: `%s`', (value, sts) => {
    expect(endpoints('eu-west-1', { AWS_ENDPOINT_URL_STS: value }).sts).toBe(sts);
  });

  it.each([
    ['http://sts.test', '`AWS_ENDPOINT_URL` would send tokens unencrypted to `sts.test`'],
    ['http://127.0.0.1.evil.test', '`AWS_ENDPOINT_URL` would send tokens unencrypted to `127.0.0.1.evil.test`'],
    ['sts.test', '`AWS_ENDPOINT_URL` is not an address that requests can be sent to'],
    ['ftp://sts.test', '`AWS_ENDPOINT_URL` is not an address that requests can be sent to'],
    ['https://user:word@sts.test', '`AWS_ENDPOINT_URL` is not an address that requests can be sent to'],
    ['https://sts.test?x=1', '`AWS_ENDPOINT_URL` is not an address that requests can be sent to'],
  ])('refuse `%s`', (value, message) => {
    expect(() => endpoints('eu-west-1', { AWS_ENDPOINT_URL: value })).toThrowCode('ERR_AWS_ENDPOINT', message);
  });
});
