import { describe, expect, it } from 'vitest';

import { recogniseColumns } from '../../../electron/directory/import/columns';
import { labelOfHeader, meaningOfHeader } from '../../../electron/directory/import/header-names';

const meanings = (header: string, ...rows: string[]) => {
  const columns = header.split(',');
  return recogniseColumns(
    columns,
    columns.map((_, column) => rows.map((row) => row.split(',')[column] ?? '')),
  );
};

describe('the meaning of a column', () => {
  it.each([
    ['PHONE NUMBER', 'number'],
    ['phone_number', 'number'],
    ['\ufeffNúmero', 'number'],
    ['Phone 12 - Value', 'number'],
    ['Business Phone 2', 'number'],
    ['mobilePhone', 'number'],
    ['Telefon (privat 2)', 'number'],
    ['Téléphone 2 (domicile)', 'number'],
    ['Teléfono móvil', 'number'],
    ['Telefone comercial', 'number'],
    ['SIP-Address', 'sip'],
    ['Given Name', 'first-name'],
    ['Apellidos', 'last-name'],
    ['Organization 1 - Name', 'company'],
    ['Organization Department', 'department'],
    ['Durchwahl', 'alias'],
    ['Ext.', 'alias'],
    ['Business Fax', null],
    ["Assistant's Phone", null],
    ['Telefon Assistent', null],
    ['Pager', null],
    ['E-mail Address', null],
    ['E-mail 1 - Value', null],
    ['Job Title', null],
    ['Notes', null],
    ['', null],
  ])('of %j is %s', (header, meaning) => {
    expect(meaningOfHeader(header)).toBe(meaning);
  });

  it.each([
    ['Name,Vorname,Telefon', ['last-name', 'first-name', 'number']],
    ['Nombre,Apellidos,Teléfono', ['first-name', 'last-name', 'number']],
    ['Name,Given Name,Family Name,Phone', ['name', 'first-name', 'last-name', 'number']],
  ])('of a name follows from the other columns: %s', (header, expected) => {
    expect(meanings(header)).toEqual(expected);
  });

  it('is a name for an alias where there is no other', () => {
    expect(meanings('alias,number')).toEqual(['name', 'number']);
    expect(meanings('name,alias,number')).toEqual(['name', 'alias', 'number']);
  });

  it('is our role only with one of our roles in it', () => {
    expect(meanings('name,number,role', 'A,1,Manager', 'B,2,Clerk')).toEqual([
      'name',
      'number',
      'ignore',
    ]);
    expect(meanings('name,number,role', 'A,1,', 'B,2,Customer')).toEqual([
      'name',
      'number',
      'role',
    ]);
  });

  it('is taken once where only one column can have it', () => {
    expect(meanings('company,organization,number,phone')).toEqual([
      'company',
      'ignore',
      'number',
      'number',
    ]);
  });

  it('is a label only beside a number', () => {
    expect(meanings('label,name,number')).toEqual(['ignore', 'name', 'number']);
    expect(meanings('name,number,label')).toEqual(['name', 'number', 'number-label']);
  });
});

describe('the label of a column of numbers', () => {
  it.each([
    ['Business Phone 2', 'Business 2'],
    ['Téléphone (bureau)', 'bureau'],
    ['Tél. mobile', 'mobile'],
    ['Mobiltelefon', 'Mobiltelefon'],
    ['mobilePhone', 'mobile'],
    ['Phone 1 - Value', ''],
    ['Number', ''],
    ['E164', ''],
    ['', ''],
  ])('of %j is %j', (header, label) => {
    expect(labelOfHeader(header)).toBe(label);
  });
});
