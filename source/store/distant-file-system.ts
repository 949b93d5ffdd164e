/** Numbers of statfs(2) of file systems whose locks another machine, or another program, keeps or forgets. */
const DISTANT: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0x5346414f, 'AFS'],
  [0x6b414653, 'AFS'],
  [0x73757245, 'Coda'],
  [0x564c, 'NCP'],
  [0x01021997, '9P'],
  [0x00c36400, 'Ceph'],
  [0x0bd00bd0, 'Lustre'],
  [0x786f4256, 'a VirtualBox shared folder'],
  [0xbacbacbc, 'a VMware shared folder'],
  // Whatever answers is a program: sshfs, a mount of some cloud, but also an encrypted folder of this machine.
  [0x65735546, 'FUSE (such as sshfs)'],
]);

/**
 * What the file system is called whose number statfs gives, where kernel locks on it are not to be trusted; null for
 * any other. On 32-bit systems the number comes with a sign.
 */
export function distantFileSystem(type: number): string | null {
  return DISTANT.get(type >>> 0) ?? null;
}
