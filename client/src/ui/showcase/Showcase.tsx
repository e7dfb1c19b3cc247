import { type ReactNode, useState } from 'react'
import { Avatar } from '../Avatar.tsx'
import { Button, IconButton } from '../Button.tsx'
import { ConfirmDialog } from '../ConfirmDialog.tsx'
import { CopyField } from '../CopyField.tsx'
import { Dialog, DialogActions } from '../Dialog.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { ErrorState } from '../ErrorState.tsx'
import { Field, Select, TextArea } from '../Field.tsx'
import { Mark } from '../Mark.tsx'
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../Menu.tsx'
import { Progress } from '../Progress.tsx'
import { SearchSelect } from '../SearchSelect.tsx'
import { SegmentedControl } from '../SegmentedControl.tsx'
import { Stepper } from '../Stepper.tsx'
import { Switch } from '../Switch.tsx'
import { Tabs } from '../Tabs.tsx'
import { Toaster, useToast } from '../Toaster.tsx'
import { Tooltip } from '../Tooltip.tsx'
import styles from './Showcase.module.css'

/** One of each, on one page, in development only: its words are for developers and stay English. */
export function Showcase() {
  return (
    <Toaster>
      <main className={styles.page}>
        <h1>Parts</h1>
        <Buttons />
        <Fields />
        <Overlays />
        <Choices />
        <States />
      </main>
    </Toaster>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      <div className={styles.row}>{children}</div>
    </section>
  )
}

function Buttons() {
  return (
    <Part title="Buttons">
      <Button kind="primary">Create pilot</Button>
      <Button>Edit</Button>
      <Button kind="quiet">Notes list</Button>
      <Button kind="danger">Delete board</Button>
      <Button disabled>Not now</Button>
      <Button isBusy>Saving</Button>
      <Button size="small">Small</Button>
      <Tooltip text="More about it">
        <IconButton label="Tooltip">?</IconButton>
      </Tooltip>
      <Avatar name="Salote Tupou" />
      <Avatar name="سارة العلي" />
      <Mark />
      <Mark size="large" />
    </Part>
  )
}

const islands = ['Fiji', 'Kiribati', 'Samoa', 'Tonga', 'Tuvalu'].map((label) => ({ value: label, label }))

function Fields() {
  const [island, setIsland] = useState<(typeof islands)[number]>()
  return (
    <Part title="Fields">
      <Field label="Title" hint="A hint under the field" />
      <Field label="Email" error="Type your email address." defaultValue="nobody" />
      <TextArea label="Challenge" isOptional />
      <Select label="Role">
        <option>Facilitator</option>
        <option>Administrator</option>
      </Select>
      <SearchSelect
        label="Island"
        selected={island}
        onChange={setIsland}
        search={(typed) => islands.filter(({ label }) => label.toLowerCase().startsWith(typed.toLowerCase()))}
      />
      <CopyField label="Link" value="http://192.168.1.4:3000/join/ABC234" />
    </Part>
  )
}

function Overlays() {
  const toast = useToast()
  const [open, setOpen] = useState<'dialog' | 'confirm'>()
  const close = () => setOpen(undefined)
  return (
    <Part title="Over the page">
      <Button onClick={() => setOpen('dialog')}>Dialog</Button>
      <Button onClick={() => setOpen('confirm')}>Question</Button>
      <Button onClick={() => toast({ text: '“Opening café” was deleted', undo: () => undefined })}>Toast</Button>
      <Menu trigger={<Button>Menu</Button>}>
        <MenuItem onSelect={() => undefined}>Rename</MenuItem>
        <MenuSeparator />
        <MenuChoice
          label="Colours"
          value="light"
          options={[
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
          onChoose={() => undefined}
        />
        <MenuItem isDangerous onSelect={() => undefined}>
          Delete board
        </MenuItem>
      </Menu>
      <Dialog
        isOpen={open === 'dialog'}
        onClose={close}
        title="New pilot"
        description="Everything can be changed later."
      >
        <Field label="Title" />
        <DialogActions>
          <Button kind="primary">Create pilot</Button>
        </DialogActions>
      </Dialog>
      <ConfirmDialog
        isOpen={open === 'confirm'}
        onClose={close}
        title="Delete “Opening café”?"
        description="It can be brought back for 30 days."
        action="Delete board"
        onConfirm={close}
      />
    </Part>
  )
}

function Choices() {
  const [view, setView] = useState<'board' | 'list'>('board')
  const [tab, setTab] = useState<'active' | 'deleted'>('active')
  const [isLocked, setIsLocked] = useState(false)
  const [count, setCount] = useState(5)
  return (
    <Part title="Choices">
      <SegmentedControl
        label="View"
        value={view}
        onChange={setView}
        options={[
          { value: 'board', label: 'Board' },
          { value: 'list', label: 'List' },
        ]}
      />
      <Tabs
        label="Boards"
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'active', label: 'Active' },
          { value: 'deleted', label: 'Deleted' },
        ]}
      >
        {tab}
      </Tabs>
      <Switch label="Lock the door" hint="Nobody new comes in." isOn={isLocked} onChange={setIsLocked} />
      <Stepper
        label="People at this table"
        value={count}
        text={String(count)}
        least={1}
        most={12}
        words={{ less: 'One less', more: 'One more' }}
        onChange={setCount}
      />
    </Part>
  )
}

function States() {
  return (
    <Part title="States">
      <Progress label="Loading" />
      <Progress label="Uploading" value={0.6} />
      <EmptyState title="No boards yet" text="Begin one from a template.">
        <Button>New board</Button>
      </EmptyState>
      <ErrorState title="This did not load" text="The server cannot be reached.">
        <Button kind="primary">Try again</Button>
      </ErrorState>
    </Part>
  )
}
