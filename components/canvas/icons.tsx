import {
  ArrowRightIcon, AsteriskIcon, BellOffIcon, BookmarkIcon, BotIcon, BracesIcon, BrainIcon, CheckCheckIcon, CheckIcon, CircleCheckIcon, CircleHelpIcon, CircleIcon, ClockIcon, CornerDownRightIcon, DatabaseIcon, EqualIcon, FlagIcon, ForwardIcon,
  GitBranchIcon, GitForkIcon, Grid3x3Icon, GripIcon, HandshakeIcon, HashIcon, KeyboardIcon, ListChecksIcon, MailIcon, MessageCircleIcon, MessageCircleQuestionMarkIcon, MessageSquareIcon, MessageSquareQuoteIcon,
  MessageSquareTextIcon, MessagesSquareIcon, MoveRightIcon, PencilIcon, PhoneForwardedIcon, PhoneOffIcon, PlugIcon, QuoteIcon, RouteIcon, ScaleIcon, ShuffleIcon, SignpostIcon, SparklesIcon, SplitIcon,
  SquarePenIcon, StickyNoteIcon, TimerIcon, VariableIcon, Volume2Icon, VolumeXIcon, WorkflowIcon, WrenchIcon, ZapIcon, type LucideIcon,
} from "lucide-react";

/** The icons that node types and conditions name (lucide's names). Listed, so that the bundle holds these and not all 1,500. */
const ICONS: Record<string, LucideIcon> = {
  "arrow-right": ArrowRightIcon, "asterisk": AsteriskIcon, "bookmark": BookmarkIcon, "circle-check": CircleCheckIcon, "grid-3x3": Grid3x3Icon, "bell-off": BellOffIcon, "bot": BotIcon, "braces": BracesIcon, "brain": BrainIcon, "check": CheckIcon, "check-check": CheckCheckIcon, "circle": CircleIcon,
  "circle-help": CircleHelpIcon, "circle-question-mark": CircleHelpIcon, "clock": ClockIcon, "corner-down-right": CornerDownRightIcon, "database": DatabaseIcon, "equal": EqualIcon, "flag": FlagIcon,
  "forward": ForwardIcon, "git-branch": GitBranchIcon, "git-fork": GitForkIcon, "grip": GripIcon, "handshake": HandshakeIcon, "hash": HashIcon, "keyboard": KeyboardIcon, "list-checks": ListChecksIcon,
  "mail": MailIcon, "message-circle": MessageCircleIcon, "message-circle-question": MessageCircleQuestionMarkIcon, "message-circle-question-mark": MessageCircleQuestionMarkIcon,
  "message-square": MessageSquareIcon, "message-square-quote": MessageSquareQuoteIcon, "message-square-text": MessageSquareTextIcon, "messages-square": MessagesSquareIcon, "move-right": MoveRightIcon,
  "pencil": PencilIcon, "phone-forwarded": PhoneForwardedIcon, "phone-off": PhoneOffIcon, "plug": PlugIcon, "quote": QuoteIcon, "route": RouteIcon, "scale": ScaleIcon, "shuffle": ShuffleIcon,
  "signpost": SignpostIcon, "sparkles": SparklesIcon, "split": SplitIcon, "square-pen": SquarePenIcon, "sticky-note": StickyNoteIcon, "timer": TimerIcon, "variable": VariableIcon, "volume-2": Volume2Icon,
  "volume-x": VolumeXIcon, "workflow": WorkflowIcon, "wrench": WrenchIcon, "zap": ZapIcon,
};

/** An icon by lucide's name; a plain circle for a name that is not listed above. */
export function NamedIcon({ name, className }: { name: string; className?: string }) {
  const Icon = ICONS[name] ?? ICONS[name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase()] ?? CircleIcon;
  return <Icon className={className} aria-hidden />;
}
