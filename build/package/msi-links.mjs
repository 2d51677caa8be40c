// electron-builder calls this with the project of the MSI before it is compiled: of its own accord
// it registers `baton:` links in the other installers alone.
import { readFileSync, writeFileSync } from 'node:fs';

/** Where the components of the program end (electron-builder's templates/msi/template.xml). */
const END = '</ComponentGroup>';

/** For every person of the computer, as the MSI installs; the identifier names the program's file. */
const COMPONENT = `<Component>
        <RegistryKey Root="HKLM" Key="Software\\Classes\\baton">
          <RegistryValue Type="string" Value="URL:Baton transfer" KeyPath="yes"/>
          <RegistryValue Type="string" Name="URL Protocol" Value=""/>
        </RegistryKey>
        <RegistryKey Root="HKLM" Key="Software\\Classes\\baton\\DefaultIcon">
          <RegistryValue Type="string" Value="[#mainExecutable],0"/>
        </RegistryKey>
        <RegistryKey Root="HKLM" Key="Software\\Classes\\baton\\shell\\open\\command">
          <RegistryValue Type="string" Value="&quot;[#mainExecutable]&quot; &quot;%1&quot;"/>
        </RegistryKey>
      </Component>
    `;

/** @param {string} projectFile a WiX source */
export default function addLinks(projectFile) {
  const project = readFileSync(projectFile, 'utf8');
  const at = project.lastIndexOf(END);
  if (at < 0 || !project.includes('Id="mainExecutable"')) {
    throw new Error('The MSI has another form: `baton:` links cannot be registered in it.');
  }
  writeFileSync(projectFile, `${project.slice(0, at)}  ${COMPONENT}${project.slice(at)}`);
}
