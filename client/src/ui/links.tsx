import { Anchor, Button, Menu, type AnchorProps, type ButtonProps, type MenuItemProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentProps } from 'react'

type WithAnchor<Props> = Props & Omit<ComponentProps<'a'>, keyof Props>

/** A link of the text which goes to a page of ours. */
export const AnchorLink = createLink((props: WithAnchor<AnchorProps>) => <Anchor {...props} />)

/** A link to a page of ours which looks like a button: it goes somewhere, it does nothing. */
export const ButtonLink = createLink((props: WithAnchor<ButtonProps>) => <Button component="a" {...props} />)

/** An entry of a menu which goes to a page of ours. */
export const MenuLink = createLink((props: WithAnchor<MenuItemProps>) => <Menu.Item component="a" {...props} />)
