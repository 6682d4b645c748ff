/** A step that writes a page as most steps would: by an SDK that finds its credential by itself. The first argument names the bucket. */

import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const client = new S3Client({ forcePathStyle: true, maxAttempts: 1 });
await client.send(new PutObjectCommand({ Bucket: process.argv[2] ?? '', Key: 'by-a-step', Body: 'a page' }));
